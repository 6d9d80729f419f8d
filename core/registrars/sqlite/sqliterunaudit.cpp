// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqliterunaudit.h"

#include "sqlite/sqliteauditwriter.h"
#include "sqlite/sqlitevalues.h"

namespace Rollbook
{

namespace
{

int rowsRecorded(const SQLite::Database &database, qint64 number)
{
    SQLite::Statement count(database, "SELECT count(*) FROM run_results WHERE run = ?1");
    bindValue(count, 1, number);
    count.executeStep();
    return intAt(count, 0);
}

} // namespace

void SqliteRunAudit::begun(SQLite::Database &database, qint64 number, const Run &run, int rows)
{
    m_seals.start(database, number);
    SqliteAuditWriter(database).append(noteOfBegin(run, rows));
}

void SqliteRunAudit::goesOn(SQLite::Database &database, qint64 number, const Run &run)
{
    m_seals.forget(number);
    SqliteAuditWriter(database).append(noteOfContinuing(run, rowsRecorded(database, number)));
}

void SqliteRunAudit::retries(
    SQLite::Database &database, qint64 number, const Run &run, const RowsAgain &again)
{
    m_seals.forget(number);
    SqliteAuditWriter(database).append(noteOfRetry(run, again));
}

void SqliteRunAudit::ended(SQLite::Database &database, qint64 number, const Run &run)
{
    const QString seal = sealOf(database, number, m_seals.take(database, number));
    SqliteAuditWriter(database).append(noteOfEnd(run, seal));
}

void SqliteRunAudit::outcomesCameLate(SQLite::Database &database, qint64 number, const QString &id)
{
    m_seals.forget(number);
    SqliteAuditWriter writer(database);
    const QString seal = sealOf(database, number);
    // Those that had an outcome already keep it.
    if (seal != writer.lastSealOf(id))
        writer.append(noteOfSeal(id, seal));
}

void beginAuditTrail(SQLite::Database &database, int version)
{
    SqliteAuditWriter writer(database);
    writer.append({AuditAction::TrailBegun, {}, {}, {{QStringLiteral("older_version"), version}}});
    SQLite::Statement runs(
        database, "SELECT number, id, state <> 'running' FROM runs ORDER BY number");
    while (runs.executeStep()) {
        const QString seal = boolAt(runs, 2) ? sealOf(database, int64At(runs, 0)) : QString();
        writer.append(noteOfSeal(textAt(runs, 1), seal));
    }
}

} // namespace Rollbook
