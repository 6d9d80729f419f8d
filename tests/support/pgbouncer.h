// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgrescluster.h"

namespace Rollbook
{

/// A pooler in transaction mode in front of a cluster: each transaction of a client may come to
/// another connection of the server. Everybody is who they say, as on the cluster's socket, and
/// roles may be made while it runs.
class PgBouncer
{
public:
    /// connections: how many of the server a user has in a database.
    explicit PgBouncer(const PostgresCluster &cluster, int connections = 20);

    bool start();
    /// Ends all connections.
    bool stop();

    /// Through the socket: `postgresql:///database?host=…&port=…&user=…`.
    QString url(const QString &database, const QString &user = PostgresCluster::Superuser) const;
    QString log() const { return m_server.log(); }

private:
    bool writeSettings() const;
    QString settingsFile() const;

    const PostgresCluster &m_cluster;
    int m_connections;
    ServerProcess m_server;
};

} // namespace Rollbook
