// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrars/serveraddress.h"

#include <QWidget>

class QFormLayout;
class QLineEdit;

namespace Rollbook
{

/// What few schools need to say about their server.
class MoreSettings : public QWidget
{
    Q_OBJECT

public:
    explicit MoreSettings(QWidget *parent = nullptr);

    /// Of its widest.
    int labelWidth() const;
    void setSettings(const ServerAddress &address);
    /// The same address with what is said here. Usage when the further settings cannot be read.
    Expected<ServerAddress> withSettings(ServerAddress address) const;
    QLineEdit *certificate() const { return m_certificate; }
    QLineEdit *further() const { return m_further; }

Q_SIGNALS:
    void changed();

private:
    void chooseCertificate();

    QLineEdit *m_certificate;
    QLineEdit *m_further;
    QFormLayout *m_rows;
};

} // namespace Rollbook
