// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgrunclaim.h"

#include "postgres/pgfault.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace Rollbook
{

namespace
{

// The server's locks have numbers.
qint64 lockOf(const QString &runId)
{
    const QByteArray digest =
        QCryptographicHash::hash("rollbook-run-" + runId.toUtf8(), QCryptographicHash::Sha256);
    return qFromBigEndian<qint64>(digest.constData());
}

bool tryLock(PgConnection &connection, const QString &runId)
{
    return connection.execute("SELECT pg_try_advisory_xact_lock($1)", {lockOf(runId)}).number(0, 0)
        != 0;
}

} // namespace

PgRunClaim::PgRunClaim(std::unique_ptr<PgConnection> connection)
    : m_connection(std::move(connection))
{
}

// A server notices only a little later that a connection was closed.
PgRunClaim::~PgRunClaim()
{
    try {
        if (m_connection->isOpen())
            m_connection->execute("ROLLBACK");
    } catch (const PgFault &) {
        // Then the claim goes with the connection.
    }
}

std::unique_ptr<RunClaim> PgRunClaim::take(const PgAddress &address, const QString &runId)
{
    auto connection = std::make_unique<PgConnection>(address);
    connection->execute("BEGIN");
    // It waits for as long as the run takes, which is what that setting is there to prevent.
    connection->execute("SET LOCAL idle_in_transaction_session_timeout = 0");
    if (!tryLock(*connection, runId))
        return nullptr;
    return std::make_unique<PgRunClaim>(std::move(connection));
}

bool PgRunClaim::isTaken(PgConnection &connection, const QString &runId)
{
    return !tryLock(connection, runId);
}

} // namespace Rollbook
