// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"
#include "sql/sqldatabase.h"

#include <optional>

namespace Rollbook
{

/// Reads runs without their rows. Throws what the database throws.
class SqlRuns
{
public:
    /// The database must outlive it.
    explicit SqlRuns(const SqlDatabase &database)
        : m_database(database)
    {
    }

    /// The number of a run in the store, 0 when it is not there.
    qint64 numberOf(const QString &id) const;
    std::optional<Run> withId(const QString &id) const;
    QList<Run> newestFirst() const;
    /// The courses that its rows ask for, by their position.
    QList<CourseRef> coursesOf(qint64 number) const;
    /// All its rows, as in runrostercodec.h. None for a run of an older Rollbook.
    std::optional<QByteArray> rosterOf(qint64 number) const;
    /// How its list came, as in listcolumnscodec.h. None where it was not kept.
    std::optional<QByteArray> columnsOf(qint64 number) const;

private:
    // Statements are prepared when they are needed: most who ask need one of them, and preparing
    // all took longer than all else that a look at a run does.
    const SqlDatabase &m_database;
};

/// Enters runs, and how they ended. Throws what the database throws.
class SqlRunWriter
{
public:
    explicit SqlRunWriter(const SqlDatabase &database);

    struct Entered {
        qint64 number = 0;
        bool isNew = false;
        bool hasEnded = false;
    };
    /// Enters a run unless it is there; answers with its number, and how it was found.
    Entered enter(const Run &run);
    /// Enters one that is known not to be there; answers with its number.
    qint64 enterNew(const Run &run);
    /// Enters which courses its rows ask for, as far as they are not there.
    void enterCourses(qint64 number, const CourseAssignment &courses);
    /// The same where that many of the first are known to be there.
    void enterCourses(qint64 number, const CourseAssignment &courses, qsizetype known);
    /// Enters all its rows, as in runrostercodec.h, unless they are there.
    void enterRoster(qint64 number, const QByteArray &roster);
    /// The same in place of those that are there.
    void enterCorrectedRoster(qint64 number, const QByteArray &roster);
    /// Enters how its list came, as in listcolumnscodec.h.
    void enterColumns(qint64 number, const QByteArray &columns);
    /// How it ended, or that it runs again.
    void enterEnd(qint64 number, const Run &run);

private:
    SqlStatement m_number;
    SqlStatement m_insert;
    SqlStatement m_countCourses;
    SqlStatement m_insertCourse;
    SqlStatement m_end;
    SqlStatement m_insertRoster;
    SqlStatement m_replaceRoster;
    SqlStatement m_insertColumns;
};

} // namespace Rollbook
