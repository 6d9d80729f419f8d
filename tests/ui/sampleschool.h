// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/backgroundthreads.h"
#include "registrars/openschool.h"
#include "registration/school.h"

#include <QTemporaryDir>

namespace Rollbook
{

/// A school in a real SQLite file of its own, with the sample courses and students, and settings
/// that belong to this test alone.
class SampleSchool
{
public:
    SampleSchool();
    /// Waits for what the window has started: it uses the school.
    ~SampleSchool();
    Q_DISABLE_COPY_MOVE(SampleSchool)

    School &school() { return *m_school; }
    QString path(const QString &fileName) const { return m_folder.filePath(fileName); }
    /// Writes a file into the folder and returns its path.
    QString write(const QString &fileName, const QByteArray &content) const;
    static QString sampleRoster();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<School> m_school;
};

/// A school for practice that waits, before it goes, for what lists have started: they use it.
class PracticeSchool
{
public:
    explicit PracticeSchool(const QString &url)
        : m_school(openSchool(url))
    {
    }
    ~PracticeSchool() { backgroundThreads().waitForDone(); }
    Q_DISABLE_COPY_MOVE(PracticeSchool)

    explicit operator bool() const { return m_school.has_value(); }
    const std::unique_ptr<School> &operator*() const { return *m_school; }

private:
    Expected<std::unique_ptr<School>> m_school;
};

} // namespace Rollbook
