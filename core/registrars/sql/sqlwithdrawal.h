// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sql/sqldatabase.h"

#include <QtGlobal>

#include <map>
#include <tuple>
#include <vector>

namespace Rollbook
{

/// A seat or a place that someone holds, by the keys of the store.
struct SqlPlace {
    qint64 student = 0;
    qint64 course = 0;
    bool waiting = false;

    friend bool operator<(const SqlPlace &left, const SqlPlace &right)
    {
        return std::tie(left.student, left.course, left.waiting)
            < std::tie(right.student, right.course, right.waiting);
    }
};

/// Takes seats and waiting-list places back. Throws what the database throws.
class SqlWithdrawal
{
public:
    explicit SqlWithdrawal(const SqlDatabase &database);

    /// Takes back these places; the courses they were in count right and their lists close up.
    void takeBack(std::vector<SqlPlace> places);
    /// Numbers those who wait from 1 without gaps, in their order.
    void closeUp(qint64 course);

private:
    SqlStatement m_delete;
    SqlStatement m_count;
    SqlStatement m_waiting;
    SqlStatement m_renumber;
};

} // namespace Rollbook
