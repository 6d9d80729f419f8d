// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/waitinglist.h"
#include "sqlite/sqlitewriter.h"

namespace Rollbook
{

/// Moves students up from the waiting lists of a school file, each time in one transaction.
class SqliteWaitingList : public WaitingList
{
public:
    /// The writer must outlive it.
    explicit SqliteWaitingList(SqliteWriter &writer);

    Expected<PromotedStudents> promote(const CourseRef &course, std::optional<int> count) override;

private:
    SqliteWriter &m_writer;
};

} // namespace Rollbook
