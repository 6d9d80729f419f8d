// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"

#include <QHash>

namespace Rollbook
{

/// Which course each row of a list asks for, and the rows that name none that exists.
struct AssignedCourses {
    CourseAssignment courses;
    QHash<qint32, RegistrationError> rejectedRows;
    QList<CourseSeats> seats = {}; ///< of each of courses.courses(), when they were looked up
};

/// The course of that code (and term) for all rows. Blocking.
Expected<AssignedCourses> assignCourse(
    const CourseCatalogue &catalogue, const QString &code, const QString &term = {});

/// The course that each row names in the list's course column. Blocking. An error only when the
/// catalogue cannot be read.
Expected<AssignedCourses> assignCoursesByRow(
    const CourseCatalogue &catalogue, const StudentList &students, const QString &term = {});

} // namespace Rollbook
