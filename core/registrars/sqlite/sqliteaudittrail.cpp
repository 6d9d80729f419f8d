// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqliteaudittrail.h"

#include "audit/auditchain.h"
#include "sqlite/sqliteauditwriter.h"
#include "sqlite/sqliteruns.h"
#include "sqlite/sqliteseals.h"
#include "sqlite/sqlitevalues.h"

namespace Rollbook
{

namespace
{

std::string selectEntries(const char *which)
{
    return std::string("SELECT ") + AuditColumns + " FROM audit_entries " + which;
}

QList<AuditEntry> entriesIn(SQLite::Statement &statement)
{
    QList<AuditEntry> entries;
    while (statement.executeStep())
        entries += auditEntryAt(statement);
    return entries;
}

QStringList runIds(const SQLite::Database &database)
{
    SQLite::Statement statement(database, "SELECT id FROM runs ORDER BY number");
    QStringList ids;
    while (statement.executeStep())
        ids += textAt(statement, 0);
    return ids;
}

AuditVerification verifyTrail(const SQLite::Database &database)
{
    AuditChainCheck check;
    SQLite::Statement lines(database, selectEntries("ORDER BY number"));
    while (lines.executeStep())
        check.take(auditEntryAt(lines));
    check.finish(lastAuditNumber(database));
    const SqliteRuns runs(database);
    check.compareRuns(
        runIds(database), [&](const QString &run) { return sealOf(database, runs.numberOf(run)); });
    return check.findings();
}

} // namespace

SqliteAuditTrail::SqliteAuditTrail(SqliteFile file)
    : m_file(std::move(file))
{
}

Expected<QList<AuditEntry>> SqliteAuditTrail::entries() const
{
    return m_file.read([](SQLite::Database &database) {
        SQLite::Statement lines(database, selectEntries("ORDER BY number DESC"));
        return entriesIn(lines);
    });
}

Expected<QList<AuditEntry>> SqliteAuditTrail::entriesOf(const QString &runId) const
{
    return m_file.read([&runId](SQLite::Database &database) {
        SQLite::Statement lines(
            database, selectEntries("WHERE run = ?1 AND run <> '' ORDER BY number DESC"));
        bindValue(lines, 1, runId);
        return entriesIn(lines);
    });
}

Expected<AuditVerification> SqliteAuditTrail::verify() const
{
    return m_file.read([](SQLite::Database &database) { return verifyTrail(database); });
}

} // namespace Rollbook
