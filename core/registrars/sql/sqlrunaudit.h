// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit/auditnotes.h"
#include "sql/sqlseals.h"

namespace Rollbook
{

/// Writes down in the audit trail what becomes of runs. Each call belongs into the change of the
/// writer that it tells of, behind what that writes. Throws what the database throws.
class SqlRunAudit
{
public:
    /// The store must outlive it.
    explicit SqlRunAudit(const SqlStore &store)
        : m_seals(store)
    {
    }

    /// Of the run with that number in the store, of so many rows.
    void begun(SqlDatabase &database, qint64 number, const Run &run, int rows);
    void goesOn(SqlDatabase &database, qint64 number, const Run &run);
    void retries(SqlDatabase &database, qint64 number, const Run &run, const RowsAgain &again);
    void ended(SqlDatabase &database, qint64 number, const Run &run);
    /// Outcomes were written of a run that had ended.
    void outcomesCameLate(SqlDatabase &database, qint64 number, const QString &id);

    /// Wants to know each outcome that is written.
    RunningSeals &seals() { return m_seals; }

private:
    RunningSeals m_seals;
};

/// Begins the trail of a school that was of an older version, 0 for a new one: seals the runs that
/// have ended. Throws what the database throws.
void beginAuditTrail(SqlDatabase &database, int version);

} // namespace Rollbook
