// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit/auditnotes.h"

#include <SQLiteCpp/Statement.h>

namespace Rollbook
{

/// Adds to the audit trail of a school file. To be used in the transaction of the change that is
/// written down, so that both are there or neither is. Throws SQLite::Exception.
class SqliteAuditWriter
{
public:
    explicit SqliteAuditWriter(const SQLite::Database &database);

    void append(const AuditNote &note);
    /// The seal that the last entry of a run has; empty where it has none.
    QString lastSealOf(const QString &run);

private:
    SQLite::Statement m_last;
    SQLite::Statement m_lastOfRun;
    SQLite::Statement m_insert;
};

// The columns that auditEntryAt() reads, in its order.
extern const char *const AuditColumns;
/// An entry from a line that begins with AuditColumns.
AuditEntry auditEntryAt(const SQLite::Statement &statement);
/// The number of the last entry that was ever written.
qint64 lastAuditNumber(const SQLite::Database &database);

} // namespace Rollbook
