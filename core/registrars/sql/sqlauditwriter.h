// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit/auditnotes.h"
#include "sql/sqldatabase.h"

namespace Rollbook
{

/// Adds to the audit trail of a school. To be used in the transaction of the change that is
/// written down, so that both are there or neither is. Throws what the database throws.
class SqlAuditWriter
{
public:
    explicit SqlAuditWriter(const SqlDatabase &database);

    void append(const AuditNote &note);
    /// The seal that the last entry of a run has; empty where it has none.
    QString lastSealOf(const QString &run);

private:
    QString m_user;
    SqlStatement m_last;
    SqlStatement m_lastHash;
    SqlStatement m_lastOfRun;
    SqlStatement m_insert;
};

// The columns that auditEntryAt() reads, in its order.
extern const char *const AuditColumns;
/// An entry from a line that begins with AuditColumns.
AuditEntry auditEntryAt(const SqlStatement &statement);
/// The number of the last entry that was ever written.
qint64 lastAuditNumber(const SqlDatabase &database);

} // namespace Rollbook
