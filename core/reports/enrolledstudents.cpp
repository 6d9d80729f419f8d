// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enrolledstudents.h"

#include <QHash>

namespace Rollbook
{

namespace
{

bool holdsSeat(const StudentRegistrationResult &result)
{
    const StudentRegistration *held = result.registration();
    return held && !held->waiting && held->status != RegistrationStatus::Waitlisted;
}

QByteArray keyOf(const StudentList &students, qint32 row)
{
    const QUtf8StringView id = students.field(row, StudentField::StudentId);
    if (!id.isEmpty())
        return {id.data(), id.size()};
    return students.text(row, StudentField::Email).toLower().toUtf8();
}

} // namespace

QByteArray EnrolledStudent::field(StudentField field) const
{
    const QUtf8StringView text = run->students.field(row, field);
    return {text.data(), text.size()};
}

QByteArray EnrolledStudent::nameField(StudentField name) const
{
    const QByteArray text = field(name);
    return text.isEmpty() ? QByteArray(".") : text;
}

std::optional<std::vector<EnrolledStudent>> enrolledStudents(const ReportTask &task)
{
    std::vector<EnrolledStudent> students;
    QHash<QByteArray, std::size_t> places;
    for (const RegisterStudentsResults &run : task.runs) {
        for (const StudentRegistrationResult &result : run.results) {
            if (!task.progress.advance())
                return std::nullopt;
            const CourseRef course = run.courses.courseOf(result.row);
            if (!holdsSeat(result) || course.isNull())
                continue;
            const QByteArray key = keyOf(run.students, result.row);
            const auto place = places.constFind(key);
            if (place == places.cend()) {
                places.insert(key, students.size());
                students.push_back({key, &run, result.row, {course}});
            } else if (!students[*place].courses.contains(course)) {
                students[*place].courses += course;
            }
        }
    }
    return students;
}

} // namespace Rollbook
