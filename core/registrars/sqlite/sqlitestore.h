// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sql/sqlstore.h"
#include "sqlite/sqlitefile.h"
#include "sqlite/sqlitewriter.h"

namespace Rollbook
{

/// A school file: one writer, and readers beside it.
class SqliteStore : public SqlStore
{
public:
    SqliteStore(const SqliteFile &file, SQLite::Database database);

    Expected<void> change(const Change &make, const Patience &patience = {}) override;
    Expected<std::unique_ptr<RunClaim>> claim(
        const QString &runId, const Patience &patience = {}) override;
    bool isClaimed(const QString &runId) const override;
    std::optional<Disturbance> disturbance(SqlDatabase &database) const override;

protected:
    Expected<void> readAll(
        const std::function<void(SqlDatabase &database)> &question) const override;

private:
    SqliteFile m_file;
    SqliteWriter m_writer;
};

} // namespace Rollbook
