// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/searchtext.h"
#include "registration/runhistory.h"
#include "sqlite/sqliteresults.h"

#include <SQLiteCpp/Database.h>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace Rollbook
{

/// A run with what a search looks at beside it.
struct RecordedRun {
    Run run;
    qint64 number = 0; ///< in the store
    QString courses;   ///< codes, terms and titles
};

/// Reads rows of runs that are about certain students. What it asks the database ends soon once a
/// stop is requested. Throws SQLite::Exception.
class SqliteHistoryReader
{
public:
    /// Database and stop must outlive it.
    SqliteHistoryReader(SQLite::Database &database, const std::stop_token &stop);
    ~SqliteHistoryReader();
    Q_DISABLE_COPY_MOVE(SqliteHistoryReader)

    /// The rows that eachRowFound() finds: with each of these words in what identifies the student.
    void lookFor(const SearchWords &words);
    /// The same: those about this student.
    void lookFor(const Student &student);

    QList<RecordedRun> newestFirst() const;
    /// False where rows of the run have no recorded result.
    bool hasAllRows(const RecordedRun &recorded);
    void eachRowFound(qint64 run, const std::function<void(const SQLite::Statement &line)> &take);
    /// The row in a line of eachRowFound().
    RunRow rowAt(const SQLite::Statement &line, qint64 run);
    /// What an undo did to the row, from 0, of a run.
    std::optional<UndoResult> undoOf(qint64 undo, qint64 run, qint32 row);

    /// What the database's own functions look for.
    struct Wanted {
        SearchWords words{QStringView()};
        std::string emailKey;
        QByteArray buffer;
    };

private:
    void lookWhere(const std::string &condition, const QString &studentId = {});

    SQLite::Database &m_database;
    const std::stop_token &m_stop;
    Wanted m_wanted;
    QString m_studentId;
    std::unique_ptr<SQLite::Statement> m_rows;
    SQLite::Statement m_count;
    SQLite::Statement m_undo;
    QHash<qint64, QList<CourseRef>> m_courses; // of runs, by their number
};

} // namespace Rollbook
