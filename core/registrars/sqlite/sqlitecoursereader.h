// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/facts.h"

#include <SQLiteCpp/Statement.h>

#include <optional>

namespace Rollbook
{

/// Reads courses with their meetings, prerequisites and seats. Throws SQLite::Exception.
class SqliteCourseReader
{
public:
    explicit SqliteCourseReader(const SQLite::Database &database);

    std::vector<CourseFacts> all();
    /// The course of that code and term, exactly as written.
    std::optional<CourseFacts> named(const CourseRef &course);
    std::optional<CourseFacts> withKey(qint64 key);
    /// Reads the seats that were given back, as many as `most` rows may need.
    void readFreeSeats(CourseFacts &course, qint64 most);

private:
    std::optional<CourseFacts> next(SQLite::Statement &statement);

    SQLite::Statement m_all;
    SQLite::Statement m_named;
    SQLite::Statement m_withKey;
    SQLite::Statement m_meetings;
    SQLite::Statement m_prerequisites;
    SQLite::Statement m_freeSeats;
};

} // namespace Rollbook
