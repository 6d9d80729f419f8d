// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleschool.h"

#include "domain/backgroundthreads.h"
#include "language.h"
#include "registrars/sampleschool.h"

#include <QCoreApplication>
#include <QFile>
#include <QSettings>

namespace Rollbook
{

SampleSchool::SampleSchool()
{
    useLanguageOfPerson();
    QCoreApplication::setOrganizationName(QStringLiteral("rollbook-tests"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    auto opened =
        openSampleSchool(QStringLiteral("sqlite:") + path(QStringLiteral("Sample school.sqlite")));
    if (!opened)
        qFatal("%s", qPrintable(opened.error().sentence));
    m_school = std::move(*opened);
}

SampleSchool::~SampleSchool()
{
    backgroundThreads().waitForDone();
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
    return sampleRosterPath();
}

} // namespace Rollbook
