// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/assigncourses.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

// A code that the school has can still name no course, or several, in the term that is asked for.
// What the catalogue says about that is more than “there is no such course”.
RegistrationError whyNoCourse(
    const QList<CourseSeats> &courses, const QString &code, const Error &error)
{
    const bool isKnown =
        std::any_of(courses.cbegin(), courses.cend(), [&code](const CourseSeats &seats) {
            return seats.course.code.compare(code, Qt::CaseInsensitive) == 0;
        });
    if (!isKnown)
        return {RegistrationStatus::Rejected, ReasonCode::UnknownCourse, code};
    QString sentence = error.sentence;
    if (sentence.endsWith(u'.'))
        sentence.chop(1);
    return {RegistrationStatus::Rejected, ReasonCode::InvalidData, sentence};
}

} // namespace

Expected<AssignedCourses> assignCourse(
    const CourseCatalogue &catalogue, const QString &code, const QString &term)
{
    const Expected<CourseSeats> found = catalogue.find(code, term);
    if (!found)
        return tl::unexpected(found.error());
    return AssignedCourses{CourseAssignment(found->course.ref()), {}, {*found}};
}

Expected<AssignedCourses> assignCoursesByRow(
    const CourseCatalogue &catalogue, const StudentList &students, const QString &term)
{
    AssignedCourses assigned;
    QList<CourseRef> courses;
    QList<qint32> indexes(students.size(), -1);
    QHash<QString, qint32> indexOf;
    QHash<QString, RegistrationError> errors{
        {QString(), {RegistrationStatus::Rejected, ReasonCode::UnknownCourse, {}}}};
    for (qint32 row = 0; row < students.size(); ++row) {
        const QString code = students.text(row, StudentField::Course);
        if (!indexOf.contains(code) && !errors.contains(code)) {
            const Expected<CourseSeats> found = catalogue.find(code, term);
            if (found) {
                indexOf.insert(code, static_cast<qint32>(courses.size()));
                courses += found->course.ref();
                assigned.seats += *found;
            } else if (found.error().code == ErrorCode::UnknownCourse) {
                const auto all = catalogue.courses();
                if (!all)
                    return tl::unexpected(all.error());
                errors.insert(code, whyNoCourse(*all, code, found.error()));
            } else {
                return tl::unexpected(found.error());
            }
        }
        indexes[row] = indexOf.value(code, -1);
        if (indexes[row] < 0)
            assigned.rejectedRows.insert(row, errors.value(code));
    }
    assigned.courses = CourseAssignment(courses, indexes);
    return assigned;
}

} // namespace Rollbook
