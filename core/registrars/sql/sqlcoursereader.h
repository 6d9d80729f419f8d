// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/facts.h"
#include "sql/sqldatabase.h"

#include <optional>

namespace Rollbook
{

/// Reads courses with their meetings, prerequisites and seats. Throws what the database throws.
class SqlCourseReader
{
public:
    explicit SqlCourseReader(const SqlDatabase &database);

    std::vector<CourseFacts> all();
    /// The course of that code and term, exactly as written.
    std::optional<CourseFacts> named(const CourseRef &course);
    std::optional<CourseFacts> withKey(qint64 key);
    /// Reads the seats that were given back, as many as `most` rows may need.
    void readFreeSeats(CourseFacts &course, qint64 most);

private:
    std::optional<CourseFacts> next(SqlStatement &statement);

    SqlStatement m_all;
    SqlStatement m_named;
    SqlStatement m_withKey;
    SqlStatement m_meetings;
    SqlStatement m_prerequisites;
    SqlStatement m_freeSeats;
};

} // namespace Rollbook
