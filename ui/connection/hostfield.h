// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrars/serveraddress.h"

#include <QLineEdit>

namespace Rollbook
{

/// Where the name of a server is typed, or of several with commas between them, each with its port
/// where they differ. A whole address that is pasted there is told, and is gone at once: it may
/// hold a password.
class HostField : public QLineEdit
{
    Q_OBJECT

public:
    explicit HostField(QWidget *parent = nullptr);

    /// Of all of them; 0 where they differ or none says one.
    static quint16 commonPort(const QList<ServerHost> &hosts);

    void setHosts(const QList<ServerHost> &hosts);
    /// Those that name no port have this one. Usage when the text is no name of a server.
    Expected<QList<ServerHost>> hosts(quint16 port) const;

Q_SIGNALS:
    void addressWritten(const Rollbook::WrittenAddress &address);
    /// It looked like an address, but is none.
    void refused(const Rollbook::Error &error);

private:
    void lookAt(const QString &text);
    void takeAddress();

    qsizetype m_length = 0; ///< of the text, before what is being done to it
};

} // namespace Rollbook
