// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/waitinglist.h"
#include "sql/sqlstore.h"

namespace Rollbook
{

/// Moves students up from the waiting lists of a school, each time in one transaction.
class SqlWaitingList : public WaitingList
{
public:
    /// The store must outlive it.
    explicit SqlWaitingList(SqlStore &store);

    Expected<PromotedStudents> promote(const CourseRef &course, std::optional<int> count) override;

private:
    SqlStore &m_store;
};

} // namespace Rollbook
