// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sql/sqlstatement.h"

#include <QString>

namespace Rollbook
{

/// The tables of a school, as they are in one transaction. For one thread at a time.
class SqlDatabase
{
public:
    virtual ~SqlDatabase() = default;

    virtual std::unique_ptr<PreparedSql> prepare(
        std::string_view text, SqlStatement::Lines lines) const = 0;

    /// A query for the number of the last entry of the audit trail that was ever written, whether
    /// it is still there or not; 0: none was. With `Locked` nobody else writes another one until
    /// the transaction has ended.
    enum class AuditEnd : quint8 { Seen, Locked };
    virtual std::string_view lastAuditNumber(AuditEnd end) const = 0;

    /// Who works with it, in the words of the database; empty where that is who uses this computer.
    virtual QString user() const = 0;

protected:
    SqlDatabase() = default;
    Q_DISABLE_COPY_MOVE(SqlDatabase)
};

} // namespace Rollbook
