// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/undodecision.h"
#include "sql/sqlcoursereader.h"

#include <unordered_map>
#include <vector>

namespace Rollbook
{

/// What the students of a run hold now in the courses that they asked for then. Throws
/// what the database throws.
class SqlPlacesNow
{
public:
    struct Found {
        PlaceNow place;
        qint64 student = 0; ///< the keys of a place by this run
        qint64 course = 0;
    };

    /// Reads all that the run gave; `then` must outlive it.
    SqlPlacesNow(const SqlDatabase &database, const RegisterStudentsResults &then);

    Found of(const StudentRegistrationResult &result);

private:
    PlaceNow elsewhere(qint32 row);
    qint64 courseAsked(qint32 row);
    std::vector<qint64> studentsOf(qint32 row);
    qint64 findCourse(const CourseRef &course);

    const RegisterStudentsResults &m_then;
    SqlCourseReader m_courses;
    SqlStatement m_withId;
    SqlStatement m_withEmail;
    SqlStatement m_place;
    std::unordered_map<qint32, Found> m_given; // by row
    std::vector<qint64> m_courseKeys;          // by index in the assignment; 0: gone
};

} // namespace Rollbook
