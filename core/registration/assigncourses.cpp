// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/assigncourses.h"

namespace Rollbook
{

Expected<AssignedCourses> assignCourse(
    const CourseCatalogue &catalogue, const QString &code, const QString &term)
{
    const Expected<CourseSeats> found = catalogue.find(code, term);
    if (!found)
        return tl::unexpected(found.error());
    return AssignedCourses{CourseAssignment(found->course.ref()), {}};
}

Expected<AssignedCourses> assignCoursesByRow(
    const CourseCatalogue &catalogue, const StudentList &students, const QString &term)
{
    AssignedCourses assigned;
    QList<CourseRef> courses;
    QList<qint32> indexes(students.size(), -1);
    QHash<QString, qint32> indexOf;
    for (qint32 row = 0; row < students.size(); ++row) {
        const QString code = students.text(row, StudentField::Course);
        auto known = indexOf.constFind(code);
        if (known == indexOf.cend()) {
            const Expected<CourseSeats> found = code.isEmpty()
                ? Expected<CourseSeats>(fail(ErrorCode::UnknownCourse, {}))
                : catalogue.find(code, term);
            if (!found && found.error().code != ErrorCode::UnknownCourse)
                return tl::unexpected(found.error());
            known = indexOf.insert(code, found ? static_cast<qint32>(courses.size()) : -1);
            if (found)
                courses += found->course.ref();
        }
        indexes[row] = *known;
        if (*known < 0)
            assigned.rejectedRows.insert(
                row, {RegistrationStatus::Rejected, ReasonCode::UnknownCourse, code});
    }
    assigned.courses = CourseAssignment(courses, indexes);
    return assigned;
}

} // namespace Rollbook
