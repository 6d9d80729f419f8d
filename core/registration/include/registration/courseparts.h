// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/registration.h"
#include "domain/studentlist.h"

#include <vector>

namespace Rollbook
{

/// The courses of one list in parts whose rows may be registered beside each other, so that what
/// becomes of each row is what became of it if they were registered one after the other. Rows
/// influence each other as lists do, see RunOrder.
struct CourseParts {
    int count = 1;
    /// For each course, by its position in the assignment, its part: 0 to count - 1.
    std::vector<int> ofCourse;

    friend bool operator==(const CourseParts &, const CourseParts &) = default;
};

/// At most so many parts, at least 1, of about as many rows as each other. Takes time for each row.
CourseParts courseParts(const StudentList &students, const CourseAssignment &courses, int most);

} // namespace Rollbook
