// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqlitewriter.h"

#include "sqlite/sqliteerrors.h"

#include <QScopeGuard>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <sqlite3.h>

#include <thread>

namespace Rollbook
{

namespace
{

// SQLite has no queue of those who want to write, they look again from time to time, and rarely
// enough that they would never meet the moment between two batches. So they look often here, and
// whoever writes on and on pauses after each turn for longer than a glance.
constexpr std::chrono::microseconds Glance{500};
constexpr std::chrono::milliseconds Pause{1};
constexpr std::chrono::milliseconds Turn{30};
// How often a change that waits for another one of this program looks whether it still should.
constexpr std::chrono::milliseconds LongGlance{5};

// A statement that was left in the middle would hold on to what the school was like then.
void resetStatements(sqlite3 *database)
{
    for (auto *statement = sqlite3_next_stmt(database, nullptr); statement;
         statement = sqlite3_next_stmt(database, statement))
        sqlite3_reset(statement);
}

// SQLite goes on writing into a file that has no name any more, and nobody would find it again.
bool isGone(sqlite3 *database)
{
    int moved = 0;
    return sqlite3_file_control(database, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK
        && moved != 0;
}

} // namespace

SqliteWriter::SqliteWriter(
    SQLite::Database database, QString path, std::chrono::milliseconds busyTimeout)
    : m_database(std::move(database))
    , m_tables(m_database)
    , m_path(std::move(path))
    , m_busyTimeout(busyTimeout)
{
    sqlite3_busy_handler(m_database.getHandle(), &SqliteWriter::onBusy, this);
}

int SqliteWriter::onBusy(void *writer, int count)
{
    auto *self = static_cast<SqliteWriter *>(writer);
    const auto now = Clock::now();
    if (count == 0)
        self->m_waitingSince = now;
    if (now - self->m_waitingSince >= self->m_busyTimeout)
        return 0;
    if (self->m_patience && *self->m_patience && !(*self->m_patience)())
        return 0;
    std::this_thread::sleep_for(Glance);
    return 1;
}

void SqliteWriter::giveWay()
{
    const auto now = Clock::now();
    if (now - m_lastChange > Pause) {
        m_turnSince = now;
    } else if (now - m_turnSince > Turn) {
        std::this_thread::sleep_for(Pause);
        m_turnSince = Clock::now();
    }
}

bool SqliteWriter::takeTurn(const Patience &patience)
{
    std::unique_lock lock(m_mutex);
    while (m_isChanging) {
        if (patience && !patience())
            return false;
        m_free.wait_for(lock, LongGlance);
    }
    m_isChanging = true;
    return true;
}

void SqliteWriter::endTurn()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isChanging = false;
    }
    m_free.notify_one();
}

Expected<void> SqliteWriter::change(const Change &make, const Patience &patience)
{
    if (!takeTurn(patience))
        return tl::unexpected(sqliteError(SQLite::Exception("", SQLITE_BUSY), m_path));
    m_patience = &patience;
    giveWay();
    const auto tidy = qScopeGuard([this] {
        resetStatements(m_database.getHandle());
        m_patience = nullptr;
        m_lastChange = Clock::now();
        endTurn();
    });
    auto made = changeNow(make);
    if (!made)
        ++m_failedChanges;
    return made;
}

SqlStore::Disturbance SqliteWriter::disturbance() const
{
    SQLite::Statement version(m_database, "PRAGMA data_version");
    version.executeStep();
    return {version.getColumn(0).getInt64(), m_failedChanges};
}

Expected<void> SqliteWriter::changeNow(const Change &make)
{
    try {
        // Takes the right to write at once: what is read in it stays true until it is committed.
        SQLite::Transaction transaction(m_database, SQLite::TransactionBehavior::IMMEDIATE);
        auto made = make(m_tables);
        if (!made)
            return made;
        transaction.commit();
        if (isGone(m_database.getHandle()))
            return tl::unexpected(lostFile(m_path));
        return made;
    } catch (const SQLite::Exception &exception) {
        return tl::unexpected(sqliteError(exception, m_path));
    } catch (const std::exception &exception) {
        return fail(ErrorCode::Internal, QString::fromUtf8(exception.what()));
    }
}

} // namespace Rollbook
