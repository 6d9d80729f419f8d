// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sql/sqlstore.h"
#include "sqlite/sqlitedatabase.h"

#include <SQLiteCpp/Database.h>

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace Rollbook
{

/// The one connection of this program that changes a school. One change at a time, from any thread,
/// each of them a transaction. Takes turns with the other programs that write to the file.
class SqliteWriter
{
public:
    using Change = SqlStore::Change;
    using Patience = SqlStore::Patience;

    /// busyTimeout: how long to wait for another program.
    SqliteWriter(SQLite::Database database, QString path, std::chrono::milliseconds busyTimeout);
    ~SqliteWriter() = default;
    Q_DISABLE_COPY_MOVE(SqliteWriter)

    /// See SqlStore.
    Expected<void> change(const Change &make, const Patience &patience = {});

    /// Only in a change. Others are other programs and other connections of this one.
    SqlStore::Disturbance disturbance() const;

private:
    using Clock = std::chrono::steady_clock;

    static int onBusy(void *writer, int count);
    bool takeTurn(const Patience &patience);
    void endTurn();
    Expected<void> changeNow(const Change &make);
    void giveWay();

    std::mutex m_mutex; // of m_isChanging; the rest belongs to whoever changes
    std::condition_variable m_free;
    bool m_isChanging = false;
    const Patience *m_patience = nullptr; // of the change that is being made
    SQLite::Database m_database;
    SqliteDatabase m_tables;
    QString m_path;
    std::chrono::milliseconds m_busyTimeout;
    Clock::time_point m_waitingSince;
    Clock::time_point m_turnSince;
    Clock::time_point m_lastChange;
    qint64 m_failedChanges = 0;
};

} // namespace Rollbook
