// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "teststore.h"

#include "registrars/openschool.h"

#include <QCoreApplication>
#include <QTextStream>

#include <cstdio>

using namespace Rollbook;

// A second program on the same school: opens it, says so, waits for a line, registers the students
// S<first> … in the course GO1.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() != 5)
        return 2;
    auto school = openSchool(arguments[1]);
    if (!school) {
        QTextStream(stderr) << school.error().sentence << '\n';
        return 3;
    }
    QTextStream(stdout) << "ready\n" << Qt::flush;
    if (std::getchar() == EOF)
        return 4;
    const CourseAssignment courses(course(QStringLiteral("GO1")).ref());
    const Run run = Run::begin(QStringLiteral("list.csv"), courses, {});
    const auto results =
        registerAll(**school, run, numberedStudents(arguments[3].toInt(), arguments[2].toInt()),
            courses, arguments[4].toInt());
    for (const StudentRegistrationResult &result : results) {
        if (result.status() == RegistrationStatus::Failed)
            return 1;
    }
    return 0;
}
