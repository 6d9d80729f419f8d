// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"

#include <SQLiteCpp/Statement.h>

#include <optional>

namespace Rollbook
{

/// Reads and enters runs without their rows. Throws SQLite::Exception.
class SqliteRuns
{
public:
    explicit SqliteRuns(const SQLite::Database &database);

    /// The number of a run in the store, 0 when it is not there.
    qint64 numberOf(const QString &id);
    std::optional<Run> withId(const QString &id);
    QList<Run> newestFirst();
    /// The courses that its rows ask for, by their position.
    QList<CourseRef> coursesOf(qint64 number);
    /// All its rows, as in runrostercodec.h. None for a run of an older Rollbook.
    std::optional<QByteArray> rosterOf(qint64 number);

private:
    SQLite::Statement m_number;
    SQLite::Statement m_withId;
    SQLite::Statement m_newestFirst;
    SQLite::Statement m_courses;
    SQLite::Statement m_roster;
};

/// Enters runs, and how they ended. Throws SQLite::Exception.
class SqliteRunWriter
{
public:
    explicit SqliteRunWriter(const SQLite::Database &database);

    /// Enters a run unless it is there; answers with its number.
    qint64 enter(const Run &run);
    /// Enters which courses its rows ask for, as far as they are not there.
    void enterCourses(qint64 number, const CourseAssignment &courses);
    /// Enters all its rows, as in runrostercodec.h, unless they are there.
    void enterRoster(qint64 number, const QByteArray &roster);
    /// The same in place of those that are there.
    void enterCorrectedRoster(qint64 number, const QByteArray &roster);
    /// How it ended, or that it runs again.
    void enterEnd(qint64 number, const Run &run);

private:
    SQLite::Statement m_number;
    SQLite::Statement m_insert;
    SQLite::Statement m_countCourses;
    SQLite::Statement m_insertCourse;
    SQLite::Statement m_end;
    SQLite::Statement m_insertRoster;
    SQLite::Statement m_replaceRoster;
};

} // namespace Rollbook
