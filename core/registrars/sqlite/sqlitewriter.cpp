// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqlitewriter.h"

#include "sqlite/sqliteerrors.h"

#include <QScopeGuard>

#include <SQLiteCpp/Transaction.h>

#include <sqlite3.h>

namespace Rollbook
{

namespace
{

// A statement that was left in the middle would hold on to what the school was like then.
void resetStatements(sqlite3 *database)
{
    for (auto *statement = sqlite3_next_stmt(database, nullptr); statement;
         statement = sqlite3_next_stmt(database, statement))
        sqlite3_reset(statement);
}

} // namespace

SqliteWriter::SqliteWriter(SQLite::Database database, QString path)
    : m_database(std::move(database))
    , m_path(std::move(path))
{
}

Expected<void> SqliteWriter::change(const Change &make)
{
    const std::scoped_lock lock(m_mutex);
    const auto reset = qScopeGuard([this] { resetStatements(m_database.getHandle()); });
    try {
        // Takes the right to write at once: what is read in it stays true until it is committed.
        SQLite::Transaction transaction(m_database, SQLite::TransactionBehavior::IMMEDIATE);
        auto made = make(m_database);
        if (made)
            transaction.commit();
        return made;
    } catch (const SQLite::Exception &exception) {
        return tl::unexpected(sqliteError(exception, m_path));
    } catch (const std::exception &exception) {
        return fail(ErrorCode::Internal, QString::fromUtf8(exception.what()));
    }
}

} // namespace Rollbook
