// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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

    School &school() { return *m_school; }
    QString path(const QString &fileName) const { return m_folder.filePath(fileName); }
    /// Writes a file into the folder and returns its path.
    QString write(const QString &fileName, const QByteArray &content) const;
    static QString sampleRoster();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<School> m_school;
};

} // namespace Rollbook
