// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection/addressform.h"
#include "connection/connectionanswer.h"
#include "desktopkeyring.h"
#include "encryptedserver.h"
#include "sampleschool.h"
#include "ui/connectiondialog.h"

#include <QObject>

#include <memory>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace Rollbook
{

/// The dialog that asks for a school on a server, with words to find things in it; a real server,
/// and a desktop of its own, which has no keyring at first.
class ConnectionTest : public QObject
{
    Q_OBJECT

protected:
    void open();
    /// On a desktop that has one from now on.
    void openWithKeyring();
    QLineEdit *edit(const QString &accessibleName) const;
    QComboBox *box(const QString &accessibleName) const;
    /// Whose text begins with this, without its mnemonic.
    QPushButton *button(const QString &text) const;
    QString answer() const { return m_dialog->findChild<ConnectionAnswer *>()->words(); }
    AddressForm *form() const { return m_dialog->findChild<AddressForm *>(); }
    QCheckBox *remember() const;
    /// Into the field for the server.
    void paste(const QString &text) const;
    void fill(const ServerAddress &address, const QString &password) const;

    std::unique_ptr<DesktopKeyring> m_desktop;
    std::unique_ptr<EncryptedServer> m_server;
    std::unique_ptr<SampleSchool> m_sample; ///< settings that belong to this test alone
    std::unique_ptr<ConnectionDialog> m_dialog;

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
};

} // namespace Rollbook
