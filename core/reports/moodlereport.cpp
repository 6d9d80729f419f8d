// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "moodlereport.h"

#include "csvcells.h"
#include "enrolledstudents.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

QByteArrayList headerFor(qsizetype courses)
{
    QByteArrayList header{"username", "firstname", "lastname", "email", "idnumber"};
    for (qsizetype i = 1; i <= courses; ++i) {
        const QByteArray number = QByteArray::number(i);
        header += {"course" + number, "role" + number, "enrolstatus" + number};
    }
    return header;
}

// Moodle takes no capitals in a user's name.
QByteArray userName(const EnrolledStudent &student)
{
    return QString::fromUtf8(student.key).toLower().toUtf8();
}

} // namespace

bool writeMoodleReport(const ReportTask &task, QIODevice &device)
{
    const auto students = enrolledStudents(task);
    if (!students)
        return false;
    qsizetype courses = 1;
    for (const EnrolledStudent &student : *students)
        courses = std::max(courses, student.courses.size());
    const QByteArrayList header = headerFor(courses);
    std::string text;
    appendCsvLine(text, header);
    for (const EnrolledStudent &student : *students) {
        QByteArrayList cells{userName(student), student.nameField(StudentField::GivenName),
            student.nameField(StudentField::FamilyName), student.field(StudentField::Email),
            student.field(StudentField::StudentId)};
        // Status 0 is active.
        for (const CourseRef &course : student.courses)
            cells += {course.code.toUtf8(), "student", "0"};
        cells.resize(header.size());
        appendCsvLine(text, cells);
        if (!flushCsv(text, device) || !task.progress.goesOn())
            return false;
    }
    return flushCsv(text, device, 0);
}

} // namespace Rollbook
