// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <SQLiteCpp/Database.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace Rollbook
{

/// The one connection of this program that changes a school. One change at a time, from any thread,
/// each of them a transaction. Takes turns with the other programs that write to the file.
class SqliteWriter
{
public:
    using Change = std::function<Expected<void>(SQLite::Database &database)>;
    /// Asked again and again while a change waits for its turn; false: it is StoreBusy at once.
    using Patience = std::function<bool()>;

    /// busyTimeout: how long to wait for another program.
    SqliteWriter(SQLite::Database database, QString path, std::chrono::milliseconds busyTimeout);
    ~SqliteWriter() = default;
    Q_DISABLE_COPY_MOVE(SqliteWriter)

    /// Makes a change durably, or not at all: when the change answers with an error or throws, and
    /// when it cannot be committed. Exceptions become errors.
    Expected<void> change(const Change &make, const Patience &patience = {});

    /// Stays the same while all that was written in changes is in the file and no other program, or
    /// other connection of this one, wrote to it.
    struct Disturbance {
        qint64 others = 0; ///< grows with what others commit
        qint64 failed = 0; ///< how many changes were not made

        friend bool operator==(const Disturbance &, const Disturbance &) = default;
    };
    /// Only in a change.
    Disturbance disturbance(SQLite::Database &database) const;

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
    QString m_path;
    std::chrono::milliseconds m_busyTimeout;
    Clock::time_point m_waitingSince;
    Clock::time_point m_turnSince;
    Clock::time_point m_lastChange;
    qint64 m_failedChanges = 0;
};

} // namespace Rollbook
