// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvasreport.h"

#include "csvcells.h"
#include "enrolledstudents.h"

namespace Rollbook
{

bool writeCanvasReport(const ReportTask &task, QIODevice &device)
{
    const auto students = enrolledStudents(task);
    if (!students)
        return false;
    std::string text;
    appendCsvLine(text, {"course_id", "user_id", "role", "section_id", "status"});
    for (const EnrolledStudent &student : *students) {
        for (const CourseRef &course : student.courses)
            appendCsvLine(
                text, {course.code.toUtf8(), student.key, "student", QByteArray(), "active"});
        if (!flushCsv(text, device) || !task.progress.goesOn())
            return false;
    }
    return flushCsv(text, device, 0);
}

} // namespace Rollbook
