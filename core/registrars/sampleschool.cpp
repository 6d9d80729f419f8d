// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/sampleschool.h"

#include "registrars/openschool.h"
#include "registrars/schoolfiles.h"

#include <QDir>
#include <QStandardPaths>

namespace Rollbook
{

namespace
{

Expected<void> fill(School &school)
{
    return readCourses(QStringLiteral(":/sample/courses.csv"))
        .and_then(
            [&school](const QList<Course> &courses) { return school.courses().save(courses); })
        .and_then([] { return readStudents(QStringLiteral(":/sample/students.csv")); })
        .and_then([&school](const QList<StudentRecord> &students) {
            return school.students().save(students);
        });
}

} // namespace

QString sampleStoreUrl()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    // A folder that cannot be made is reported when the school is opened in it.
    QDir().mkpath(folder);
    return QStringLiteral("sqlite:") + folder + QStringLiteral("/Sample school.sqlite");
}

Expected<std::unique_ptr<School>> openSampleSchool(const QString &storeUrl)
{
    auto school = openSchool(storeUrl);
    if (!school)
        return school;
    if (const auto filled = fill(**school); !filled)
        return tl::unexpected(filled.error());
    return school;
}

QString sampleRosterPath()
{
    return QStringLiteral(":/sample/grade9-golang.csv");
}

} // namespace Rollbook
