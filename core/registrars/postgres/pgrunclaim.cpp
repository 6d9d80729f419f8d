// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgrunclaim.h"

#include "postgres/pgfault.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QtEndian>

#include <array>

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

} // namespace

PgRunClaim::PgRunClaim(std::unique_ptr<PgConnection> connection)
    : m_connection(std::move(connection))
{
}

PgRunClaim::~PgRunClaim()
{
    // The server notices a closed connection only after a while. It is not committed for what it
    // wrote, which is nothing: that is given up without asking a server that may be gone.
    const QDeadlineTimer enough(std::chrono::seconds(1));
    m_connection->setPatience([&enough] { return !enough.hasExpired(); });
    try {
        if (m_connection->isInTransaction())
            m_connection->commit();
    } catch (const PgFault &) { // NOLINT(bugprone-empty-catch)
        // Then it has to notice.
    }
}

std::unique_ptr<RunClaim> PgRunClaim::take(
    const PgAddress &address, const QString &runId, const PgConnection::Patience &patience)
{
    auto connection = std::make_unique<PgConnection>(address, patience);
    // It waits for as long as the run takes, which is what that setting is there to prevent.
    const std::vector<PgResult> answers = connection->executeAll(
        std::array<PgCommand, 3>{{{"BEGIN"}, {"SET LOCAL idle_in_transaction_session_timeout = 0"},
            {"SELECT pg_try_advisory_xact_lock($1)", {lockOf(runId)}}}});
    if (answers.back().number(0, 0) == 0)
        return nullptr;
    connection->setPatience({});
    return std::make_unique<PgRunClaim>(std::move(connection));
}

// Whoever tried to lock it would keep it from those who want it.
bool PgRunClaim::isTaken(PgConnection &connection, const QString &runId)
{
    const PgResult answer = connection.execute(
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1"
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        " AND (classid::bigint << 32) | objid::bigint = $1",
        {lockOf(runId)});
    return answer.number(0, 0) > 0;
}

} // namespace Rollbook
