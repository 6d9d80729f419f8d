// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rollbookprocess.h"

#include <QJsonObject>
#include <QTemporaryDir>

namespace Rollbook
{

/// A folder that the program runs in, with the files of a test: names are relative to it, for the
/// program as for the test.
class SchoolFolder
{
public:
    SchoolFolder();

    QString path(const QString &name = {}) const;
    void write(const QString &name, const QByteArray &content) const;
    QByteArray read(const QString &name) const;
    /// All files and folders, hidden ones too, sorted.
    QStringList files() const;

    /// Runs `rollbook` with these arguments, quoted as in a shell.
    Answer run(const QString &arguments) const;
    /// The same on the school that the tests of a folder share, school.sqlite.
    Answer runOnSchool(const QString &arguments) const;
    /// Adds courses to that school: a line of a courses file each, code to waitlist_capacity.
    Answer addCourses(const QStringList &lines) const;

    /// The rows of a JSON report; empty when it is none.
    QList<QJsonObject> reportRows(const QString &name) const;
    /// One value of each row, as text.
    QStringList reportColumn(const QString &name, const QString &key) const;

private:
    QTemporaryDir m_folder;
};

/// The arguments with ` --store sqlite:school.sqlite` behind them.
QString onSchool(const QString &arguments);
/// A class list in tests/data, quoted for a command.
QString sharedRoster(const QString &name);
/// A class list of the students S<first> … in that order.
QByteArray classList(int count, int first = 1);

} // namespace Rollbook
