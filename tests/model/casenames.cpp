// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casenames.h"

namespace Rollbook
{

Course CaseNames::course(const CaseCourse &wanted) const
{
    Course course;
    course.code = code(wanted.number);
    course.title = course.code;
    course.term = wanted.spring ? QStringLiteral("2026 Spring") : QStringLiteral("2026 Fall");
    course.capacity = wanted.seats;
    course.waitlistCapacity = wanted.places;
    const QDate today = QDate::currentDate();
    if (wanted.opens)
        course.opensOn = today.addDays(*wanted.opens);
    if (wanted.closes)
        course.closesOn = today.addDays(*wanted.closes);
    for (const CaseMeeting &meeting : wanted.meets) {
        course.meets += MeetingTime{
            meeting.day, QTime(meeting.hour, 0), QTime(meeting.hour + meeting.hours, 0)};
    }
    for (const int needed : wanted.needs)
        course.prerequisites += code(needed);
    return course;
}

StudentRecord CaseNames::record(const CaseStudent &wanted) const
{
    StudentRecord record;
    record.student.studentId = studentId(wanted.number);
    if (wanted.email)
        record.student.email = email(*wanted.email);
    if (wanted.hold)
        record.hold = QStringLiteral("library book");
    for (const int passed : wanted.passed)
        record.completedCourses += code(passed);
    return record;
}

Student CaseNames::student(const CaseRow &row) const
{
    Student student;
    if (row.student)
        student.studentId = studentId(*row.student);
    if (row.email)
        student.email = row.shouts ? email(*row.email).toUpper() : email(*row.email);
    return student;
}

} // namespace Rollbook
