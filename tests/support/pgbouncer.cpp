// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pgbouncer.h"

#include <QFile>

#include <signal.h>

namespace Rollbook
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Which roles there are is asked of the server, so there is no list to keep.
const QString Settings = u"[databases]\n"
                         "* = host=%1 port=%2 auth_user=postgres\n"
                         "[pgbouncer]\n"
                         "listen_addr = 127.0.0.1\n"
                         "listen_port = %3\n"
                         "unix_socket_dir = %4\n"
                         "auth_type = trust\n"
                         "auth_query = SELECT usename, coalesce(passwd, '') FROM pg_shadow"
                         " WHERE usename = $1\n"
                         "admin_users = postgres\n"
                         "pool_mode = transaction\n"
                         "default_pool_size = %5\n"
                         "max_client_conn = 500\n"_s;

} // namespace

PgBouncer::PgBouncer(const PostgresCluster &cluster, int connections)
    : m_cluster(cluster)
    , m_connections(connections)
    , m_server(SIGTERM)
{
}

bool PgBouncer::start()
{
    const auto before = log().size();
    return writeSettings() && m_server.start(u"pgbouncer"_s, {settingsFile()}, [&] {
        return log().indexOf(u"process up: "_s, before) >= 0;
    });
}

bool PgBouncer::stop()
{
    return m_server.end(SIGTERM);
}

QString PgBouncer::url(const QString &database, const QString &user) const
{
    return connectionUrl(m_server.folder(), QString::number(m_server.port()), database, user);
}

bool PgBouncer::writeSettings() const
{
    const QString text = Settings.arg(m_cluster.folder(), QString::number(m_cluster.port()),
        QString::number(m_server.port()), m_server.folder(), QString::number(m_connections));
    const QByteArray bytes = text.toUtf8();
    QFile file(settingsFile());
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QString PgBouncer::settingsFile() const
{
    return m_server.folder() + u"/pgbouncer.ini"_s;
}

} // namespace Rollbook
