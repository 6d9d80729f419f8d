// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqliteauditwriter.h"

#include "sqlite/sqlitevalues.h"

#include <SQLiteCpp/Database.h>

namespace Rollbook
{

namespace
{

// Not the last that is there: where entries were cut off, the gap stays.
constexpr const char *LastNumber =
    "SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'audit_entries'), 0),"
    " coalesce((SELECT max(number) FROM audit_entries), 0))";

} // namespace

const char *const AuditColumns = "number, at, who, action, run, subject, content, hash";

AuditEntry auditEntryAt(const SQLite::Statement &statement)
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

qint64 lastAuditNumber(const SQLite::Database &database)
{
    SQLite::Statement last(database, LastNumber);
    last.executeStep();
    return int64At(last, 0);
}

SqliteAuditWriter::SqliteAuditWriter(const SQLite::Database &database)
    : m_last(database,
        statementText({"SELECT (", LastNumber,
            "), coalesce((SELECT hash FROM audit_entries ORDER BY number DESC LIMIT 1), '')"}))
    , m_lastOfRun(database,
          statementText({"SELECT ", AuditColumns,
              " FROM audit_entries WHERE run = ?1 AND run <> '' ORDER BY number DESC LIMIT 1"}))
    , m_insert(database,
          "INSERT INTO audit_entries (number, at, who, action, run, subject, content, hash)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
{
}

void SqliteAuditWriter::append(const AuditNote &note)
{
    fresh(m_last).executeStep();
    const AuditEntry entry = nextEntry(int64At(m_last, 0) + 1, textAt(m_last, 1), note);
    fresh(m_last);
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

QString SqliteAuditWriter::lastSealOf(const QString &run)
{
    bindValue(fresh(m_lastOfRun), 1, run);
    QString seal = m_lastOfRun.executeStep() ? sealIn(auditEntryAt(m_lastOfRun)) : QString();
    fresh(m_lastOfRun);
    return seal;
}

} // namespace Rollbook
