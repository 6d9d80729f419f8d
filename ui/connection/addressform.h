// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrars/servercheck.h"
#include "registrars/serverservices.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace Rollbook
{

class HostField;
class MoreSettings;

/// The fields for a server's address and a password.
class AddressForm : public QWidget
{
    Q_OBJECT

public:
    explicit AddressForm(QWidget *parent = nullptr);

    /// A row above the others.
    void addOnTop(const QString &label, QWidget *field);
    /// Without any there is no field for them.
    void setServices(const QList<ServerService> &services);
    void setAddress(const ServerAddress &address);
    /// What the fields say. Otherwise where the cursor has to go, and a sentence.
    tl::expected<ServerAddress, ServerProblem> address() const;

    QString password() const;
    void setPassword(const QString &password);
    /// Whether one is in the keyring, which is used when none is typed.
    void setPasswordKept(bool isKept);
    bool isPasswordKept() const { return m_isPasswordKept; }
    /// Whether there is a keyring to remember a password in.
    void setKeyring(bool isThere);
    bool canRemember() const;
    bool wantsRemembering() const;
    void setRemembering(bool isWanted);

    /// Puts the cursor where that can be changed, ready to be typed over.
    void focusOn(ServerPart part);

Q_SIGNALS:
    /// By whoever types: what was said about the server may not hold any more.
    void changed();
    void refused(const Rollbook::Error &error);
    /// More or less of it is shown.
    void roomChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void addTlsModes();
    void connectAll();
    void takeWritten(const WrittenAddress &written);
    void showStated();
    void showMore(bool isShown);
    void showTls();
    TlsMode tls() const;
    QWidget *fieldOf(ServerPart part) const;
    ServerAddress stated() const;

    QList<ServerService> m_services;
    QFormLayout *m_rows = nullptr;
    QComboBox *m_service;
    HostField *m_host;
    QLineEdit *m_port;
    QLineEdit *m_database;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QCheckBox *m_remember;
    QComboBox *m_tls;
    QLabel *m_tlsMeaning;
    QToolButton *m_more;
    MoreSettings *m_moreSettings;
    bool m_isPasswordKept = false;
    bool m_showsMore = false;
};

} // namespace Rollbook
