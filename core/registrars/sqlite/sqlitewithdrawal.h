// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <SQLiteCpp/Statement.h>

#include <QtGlobal>

#include <map>
#include <tuple>
#include <vector>

namespace Rollbook
{

/// A seat or a place that someone holds, by the keys of the store.
struct SqlitePlace {
    qint64 student = 0;
    qint64 course = 0;
    bool waiting = false;

    friend bool operator<(const SqlitePlace &left, const SqlitePlace &right)
    {
        return std::tie(left.student, left.course, left.waiting)
            < std::tie(right.student, right.course, right.waiting);
    }
};

/// Takes seats and waiting-list places back. Throws SQLite::Exception.
class SqliteWithdrawal
{
public:
    explicit SqliteWithdrawal(const SQLite::Database &database);

    /// Takes back these places; the courses they were in count right and their lists close up.
    void takeBack(std::vector<SqlitePlace> places);
    /// Numbers those who wait from 1 without gaps, in their order.
    void closeUp(qint64 course);

private:
    SQLite::Statement m_delete;
    SQLite::Statement m_count;
    SQLite::Statement m_waiting;
    SQLite::Statement m_renumber;
};

} // namespace Rollbook
