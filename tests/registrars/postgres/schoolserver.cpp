// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolserver.h"

#include "registrars/schoolsetup.h"

namespace Rollbook
{

namespace
{
const QString Original = QStringLiteral("original");
} // namespace

SchoolServer::SchoolServer(PostgresCluster &server)
    : m_server(&server)
{
    m_server->createDatabase(Original);
    const auto made = setUpSchool(m_server->url(Original));
    if (!made)
        qFatal("%s", qPrintable(made.error().sentence));
    m_server->execute(QStringLiteral("CREATE USER %1 IN ROLE rollbook_admin").arg(Office));
}

QString SchoolServer::addSchool()
{
    const QString name = QStringLiteral("school%1").arg(++m_schools);
    if (!m_server->createDatabase(name, Original))
        qFatal("no school");
    m_server->execute(
        QStringLiteral("ALTER DATABASE %1 SET search_path = rollbook, pg_temp").arg(name));
    return name;
}

void SchoolServer::removeSchool(const QString &database)
{
    m_server->execute(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(database));
}

QStringList SchoolServer::addRegistrars(int count)
{
    QStringList users;
    for (int number = 1; number <= count; ++number) {
        users += QStringLiteral("colleague%1").arg(number);
        m_server->execute(
            QStringLiteral("CREATE USER %1 IN ROLE rollbook_registrar").arg(users.constLast()));
    }
    return users;
}

} // namespace Rollbook
