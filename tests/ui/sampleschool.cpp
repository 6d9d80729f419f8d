// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleschool.h"

#include "registrars/openschool.h"
#include "registrars/schoolfiles.h"

#include <QCoreApplication>
#include <QFile>
#include <QSettings>

namespace Rollbook
{

namespace
{

QString sample(const char *name)
{
    return QStringLiteral(ROLLBOOK_SAMPLE "/") + QLatin1StringView(name);
}

} // namespace

SampleSchool::SampleSchool()
{
    QCoreApplication::setOrganizationName(QStringLiteral("rollbook-tests"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    auto opened =
        openSchool(QStringLiteral("sqlite:") + path(QStringLiteral("Sample school.sqlite")));
    if (!opened)
        qFatal("%s", qPrintable(opened.error().sentence));
    m_school = std::move(*opened);
    const auto courses = readCourses(sample("courses.csv"));
    const auto students = readStudents(sample("students.csv"));
    if (!courses || !students || !m_school->courses().save(*courses)
        || !m_school->students().save(*students))
        qFatal("The sample school cannot be made.");
}

QString SampleSchool::write(const QString &fileName, const QByteArray &content) const
{
    QFile file(path(fileName));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("The test's folder cannot be written.");
    return file.fileName();
}

QString SampleSchool::sampleRoster()
{
    return sample("grade9-golang.csv");
}

} // namespace Rollbook
