// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit/auditnotes.h"
#include "sqlite/sqliteseals.h"

namespace Rollbook
{

/// Writes down in the audit trail what becomes of runs. Each call belongs into the change of the
/// writer that it tells of, behind what that writes. Throws SQLite::Exception.
class SqliteRunAudit
{
public:
    /// The writer must outlive it.
    explicit SqliteRunAudit(const SqliteWriter &writer)
        : m_seals(writer)
    {
    }

    /// Of the run with that number in the store, of so many rows.
    void begun(SQLite::Database &database, qint64 number, const Run &run, int rows);
    void goesOn(SQLite::Database &database, qint64 number, const Run &run);
    void retries(SQLite::Database &database, qint64 number, const Run &run, const RowsAgain &again);
    void ended(SQLite::Database &database, qint64 number, const Run &run);
    /// Outcomes were written of a run that had ended.
    void outcomesCameLate(SQLite::Database &database, qint64 number, const QString &id);

    /// Wants to know each outcome that is written.
    RunningSeals &seals() { return m_seals; }

private:
    RunningSeals m_seals;
};

/// Begins the trail of a school that was of an older version, 0 for a new one: seals the runs that
/// have ended. Throws SQLite::Exception.
void beginAuditTrail(SQLite::Database &database, int version);

} // namespace Rollbook
