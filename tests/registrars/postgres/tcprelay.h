// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTcpServer>

#include <functional>
#include <limits>

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
    quint16 port() const { return m_listener.serverPort(); }

    /// So many connections go through; whoever comes later is kept waiting until letGo().
    void holdAfter(int connections) { m_free = connections; }
    void letGo();
    /// How many are kept waiting now.
    qsizetype held() const { return m_held.size(); }

    /// Is told what each client sends.
    using Listener = std::function<void(const QObject *client, const QByteArray &bytes)>;
    void setListener(Listener listener) { m_listen = std::move(listener); }

    /// Nothing arrives any more on either side, and nobody is told.
    void cut();
    /// Lets all new connections through; those of before are gone, like in a router that was
    /// switched on again.
    void mend();

private:
    void accept();
    void connectThrough(QTcpSocket *client);
    void pass(QTcpSocket *from, QTcpSocket *to) const;
    void passOn(QTcpSocket *client, QTcpSocket *server) const;

    QTcpServer m_listener;
    Listener m_listen;
    int m_serverPort;
    bool m_isCut = false;
    int m_free = std::numeric_limits<int>::max();
    QList<QTcpSocket *> m_held;
};

} // namespace Rollbook
