// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTcpServer>

namespace Rollbook
{

/// The network between clients and a server on this computer, which can be cut. Needs the event
/// loop.
class TcpRelay
{
public:
    /// To that port of 127.0.0.1.
    explicit TcpRelay(int serverPort);

    /// Where clients connect to, on 127.0.0.1; 0 if there is none.
    int port() const { return m_listener.serverPort(); }

    /// Nothing arrives any more on either side, and nobody is told.
    void cut();
    /// Lets new connections through; those of before are gone, like in a router that was switched
    /// on again.
    void mend();

private:
    void accept();
    void pass(QTcpSocket *from, QTcpSocket *to) const;

    QTcpServer m_listener;
    int m_serverPort;
    bool m_isCut = false;
};

} // namespace Rollbook
