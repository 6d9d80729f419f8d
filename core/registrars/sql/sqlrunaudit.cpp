// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlrunaudit.h"

#include "sql/sqlauditwriter.h"
#include "sql/sqlvalues.h"

namespace Rollbook
{

namespace
{

int rowsRecorded(const SqlDatabase &database, qint64 number)
{
    SqlStatement count(database, "SELECT count(*) FROM run_results WHERE run = ?1");
    bindValue(count, 1, number);
    count.executeStep();
    return intAt(count, 0);
}

} // namespace

void SqlRunAudit::begun(SqlDatabase &database, qint64 number, const Run &run, int rows)
{
    m_seals.start(database, number);
    SqlAuditWriter(database).append(noteOfBegin(run, rows));
}

void SqlRunAudit::goesOn(SqlDatabase &database, qint64 number, const Run &run)
{
    m_seals.forget(number);
    SqlAuditWriter(database).append(noteOfContinuing(run, rowsRecorded(database, number)));
}

void SqlRunAudit::retries(
    SqlDatabase &database, qint64 number, const Run &run, const RowsAgain &again)
{
    m_seals.forget(number);
    SqlAuditWriter(database).append(noteOfRetry(run, again));
}

void SqlRunAudit::ended(SqlDatabase &database, qint64 number, const Run &run)
{
    const QString seal = sealOf(database, number, m_seals.take(database, number));
    SqlAuditWriter(database).append(noteOfEnd(run, seal));
}

void SqlRunAudit::outcomesCameLate(SqlDatabase &database, qint64 number, const QString &id)
{
    m_seals.forget(number);
    SqlAuditWriter writer(database);
    const QString seal = sealOf(database, number);
    // Those that had an outcome already keep it.
    if (seal != writer.lastSealOf(id))
        writer.append(noteOfSeal(id, seal));
}

void beginAuditTrail(SqlDatabase &database, int version)
{
    SqlAuditWriter writer(database);
    writer.append({AuditAction::TrailBegun, {}, {}, {{QStringLiteral("older_version"), version}}});
    SqlStatement runs(database, "SELECT number, id, state <> 'running' FROM runs ORDER BY number");
    while (runs.executeStep()) {
        const QString seal = boolAt(runs, 2) ? sealOf(database, int64At(runs, 0)) : QString();
        writer.append(noteOfSeal(textAt(runs, 1), seal));
    }
}

} // namespace Rollbook
