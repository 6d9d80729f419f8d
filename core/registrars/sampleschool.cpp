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

// Once: what people change in it while they try things is theirs. The courses come last, so that a
// school that has them has everything.
Expected<void> fillIfNew(School &school)
{
    const auto known = school.courses().courses();
    if (!known)
        return tl::unexpected(known.error());
    if (!known->isEmpty())
        return {};
    return readStudents(QStringLiteral(":/sample/students.csv"))
        .and_then([&school](const QList<StudentRecord> &students) {
            return school.students().save(students);
        })
        .and_then([] { return readCourses(QStringLiteral(":/sample/courses.csv")); })
        .and_then(
            [&school](const QList<Course> &courses) { return school.courses().save(courses); });
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
    if (const auto filled = fillIfNew(**school); !filled)
        return tl::unexpected(filled.error());
    return school;
}

QString sampleRosterPath()
{
    return QStringLiteral(":/sample/grade9-golang.csv");
}

} // namespace Rollbook
