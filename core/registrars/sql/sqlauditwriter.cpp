// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlauditwriter.h"

#include "sql/sqlvalues.h"

namespace Rollbook
{

namespace
{

} // namespace

const char *const AuditColumns = "number, at, who, action, run, subject, content, hash";

AuditEntry auditEntryAt(const SqlStatement &statement)
{
    enum Column { Number, At, Who, Action, OfRun, Subject, Content, Hash };
    AuditEntry entry;
    entry.number = int64At(statement, Number);
    entry.at = QDateTime::fromMSecsSinceEpoch(int64At(statement, At), Qt::UTC);
    entry.who = textAt(statement, Who);
    entry.action = auditActionFromWord(textAt(statement, Action));
    entry.run = textAt(statement, OfRun);
    entry.subject = textAt(statement, Subject);
    entry.content = textAt(statement, Content);
    entry.hash = textAt(statement, Hash);
    return entry;
}

qint64 lastAuditNumber(const SqlDatabase &database)
{
    SqlStatement last(database, database.lastAuditNumber(SqlDatabase::AuditEnd::Seen));
    last.executeStep();
    return int64At(last, 0);
}

SqlAuditWriter::SqlAuditWriter(const SqlDatabase &database)
    : m_user(database.user())
    , m_last(database, database.lastAuditNumber(SqlDatabase::AuditEnd::Locked))
    , m_lastHash(database, "SELECT hash FROM audit_entries ORDER BY number DESC LIMIT 1")
    , m_lastOfRun(database,
          statementText({"SELECT ", AuditColumns,
              " FROM audit_entries WHERE run = ?1 AND run <> '' ORDER BY number DESC LIMIT 1"}))
    , m_insert(database,
          "INSERT INTO audit_entries (number, at, who, action, run, subject, content, hash)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
{
}

void SqlAuditWriter::append(const AuditNote &note)
{
    // Asked one by one: the second has to see what was written until the first was answered.
    fresh(m_last).executeStep();
    const qint64 number = int64At(m_last, 0) + 1;
    fresh(m_last);
    const QString before = fresh(m_lastHash).executeStep() ? textAt(m_lastHash, 0) : QString();
    fresh(m_lastHash);
    const AuditEntry entry = nextEntry(number, before, note, m_user);
    bindValue(fresh(m_insert), 1, entry.number);
    bindValue(m_insert, 2, entry.at.toMSecsSinceEpoch());
    bindValue(m_insert, 3, entry.who);
    bindValue(m_insert, 4, auditActionWord(entry.action));
    bindValue(m_insert, 5, entry.run);
    bindValue(m_insert, 6, entry.subject);
    bindValue(m_insert, 7, entry.content);
    bindValue(m_insert, 8, entry.hash);
    m_insert.exec();
}

QString SqlAuditWriter::lastSealOf(const QString &run)
{
    bindValue(fresh(m_lastOfRun), 1, run);
    QString seal = m_lastOfRun.executeStep() ? sealIn(auditEntryAt(m_lastOfRun)) : QString();
    fresh(m_lastOfRun);
    return seal;
}

} // namespace Rollbook
