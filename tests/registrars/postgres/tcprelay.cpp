// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tcprelay.h"

#include <QTcpSocket>

namespace Rollbook
{

TcpRelay::TcpRelay(int serverPort)
    : m_serverPort(serverPort)
{
    QObject::connect(&m_listener, &QTcpServer::newConnection, &m_listener, [this] { accept(); });
    m_listener.listen(QHostAddress::LocalHost);
}

void TcpRelay::cut()
{
    m_isCut = true;
}

void TcpRelay::mend()
{
    m_isCut = false;
    m_free = std::numeric_limits<int>::max();
    m_held.clear();
    const auto sockets = m_listener.findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->abort();
}

void TcpRelay::accept()
{
    while (QTcpSocket *client = m_listener.nextPendingConnection()) {
        if (m_free-- > 0)
            connectThrough(client);
        else
            m_held += client;
    }
}

void TcpRelay::letGo()
{
    m_free = std::numeric_limits<int>::max();
    const QList<QTcpSocket *> held = std::exchange(m_held, {});
    for (QTcpSocket *client : held)
        connectThrough(client);
}

void TcpRelay::connectThrough(QTcpSocket *client)
{
    auto *server = new QTcpSocket(client);
    server->connectToHost(QHostAddress::LocalHost, static_cast<quint16>(m_serverPort));
    QObject::connect(client, &QTcpSocket::readyRead, server, [=, this] { passOn(client, server); });
    QObject::connect(server, &QTcpSocket::readyRead, client, [=, this] { pass(server, client); });
    QObject::connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
    QObject::connect(server, &QTcpSocket::disconnected, client, [client] {
        client->disconnectFromHost();
        client->deleteLater();
    });
    // What it has said while it waited.
    passOn(client, server);
}

void TcpRelay::passOn(QTcpSocket *client, QTcpSocket *server) const
{
    if (m_listen && !m_isCut)
        m_listen(client, client->peek(client->bytesAvailable()));
    pass(client, server);
}

void TcpRelay::pass(QTcpSocket *from, QTcpSocket *to) const
{
    if (!m_isCut)
        to->write(from->readAll());
}

} // namespace Rollbook
