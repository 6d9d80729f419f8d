// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlaudittrail.h"

#include "audit/auditchain.h"
#include "sql/sqlauditwriter.h"
#include "sql/sqlruns.h"
#include "sql/sqlseals.h"
#include "sql/sqlvalues.h"

namespace Rollbook
{

namespace
{

std::string selectEntries(const char *which)
{
    return std::string("SELECT ") + AuditColumns + " FROM audit_entries " + which;
}

QList<AuditEntry> entriesIn(SqlStatement &statement)
{
    QList<AuditEntry> entries;
    while (statement.executeStep())
        entries += auditEntryAt(statement);
    return entries;
}

QStringList runIds(const SqlDatabase &database)
{
    SqlStatement statement(database, "SELECT id FROM runs ORDER BY number");
    QStringList ids;
    while (statement.executeStep())
        ids += textAt(statement, 0);
    return ids;
}

AuditVerification verifyTrail(const SqlDatabase &database)
{
    AuditChainCheck check;
    SqlStatement lines(database, selectEntries("ORDER BY number"));
    while (lines.executeStep())
        check.take(auditEntryAt(lines));
    check.finish(lastAuditNumber(database));
    const SqlRuns runs(database);
    check.compareRuns(
        runIds(database), [&](const QString &run) { return sealOf(database, runs.numberOf(run)); });
    return check.findings();
}

} // namespace

SqlAuditTrail::SqlAuditTrail(const SqlStore &store)
    : m_store(store)
{
}

Expected<QList<AuditEntry>> SqlAuditTrail::entries() const
{
    return m_store.read([](SqlDatabase &database) {
        SqlStatement lines(database, selectEntries("ORDER BY number DESC"));
        return entriesIn(lines);
    });
}

Expected<QList<AuditEntry>> SqlAuditTrail::entriesOf(const QString &runId) const
{
    return m_store.read([&runId](SqlDatabase &database) {
        SqlStatement lines(
            database, selectEntries("WHERE run = ?1 AND run <> '' ORDER BY number DESC"));
        bindValue(lines, 1, runId);
        return entriesIn(lines);
    });
}

Expected<AuditVerification> SqlAuditTrail::verify() const
{
    return m_store.read([](SqlDatabase &database) { return verifyTrail(database); });
}

} // namespace Rollbook
