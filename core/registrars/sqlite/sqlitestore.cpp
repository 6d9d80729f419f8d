// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqlitestore.h"

#include "sqlite/localrunclaim.h"
#include "sqlite/sqlitedatabase.h"
#include "sqlite/sqliteerrors.h"

#include <SQLiteCpp/Transaction.h>

namespace Rollbook
{

SqliteStore::SqliteStore(const SqliteFile &file, SQLite::Database database)
    : m_file(file)
    , m_writer(std::move(database), file.path(), file.busyTimeout())
{
}

Expected<void> SqliteStore::change(const Change &make, const Patience &patience)
{
    return m_writer.change(make, patience);
}

Expected<std::unique_ptr<RunClaim>> SqliteStore::claim(
    const QString &runId, const Patience & /*patience*/)
{
    return LocalRunClaim::take(runId);
}

bool SqliteStore::isClaimed(const QString &runId) const
{
    return LocalRunClaim::isTaken(runId);
}

std::optional<SqlStore::Disturbance> SqliteStore::disturbance(SqlDatabase & /*database*/) const
{
    return m_writer.disturbance();
}

Expected<void> SqliteStore::readAll(
    const std::function<void(SqlDatabase &database)> &question) const
{
    try {
        SQLite::Database database = m_file.openForReading();
        const SQLite::Transaction transaction(database);
        SqliteDatabase tables(database);
        question(tables);
        return {};
    } catch (const SQLite::Exception &exception) {
        return tl::unexpected(sqliteError(exception, m_file.path()));
    }
}

} // namespace Rollbook
