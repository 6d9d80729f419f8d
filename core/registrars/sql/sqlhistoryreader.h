// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/searchtext.h"
#include "registration/runhistory.h"
#include "sql/sqlresults.h"

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
/// stop is requested. Throws what the database throws.
class SqlHistoryReader
{
public:
    /// Database and stop must outlive it.
    SqlHistoryReader(SqlDatabase &database, const std::stop_token &stop);
    ~SqlHistoryReader() = default;
    Q_DISABLE_COPY_MOVE(SqlHistoryReader)

    /// The rows that eachRowFound() finds: with each of these words in what identifies the student.
    void lookFor(const SearchWords &words);
    /// The same: those about this student.
    void lookFor(const Student &student);

    QList<RecordedRun> newestFirst() const;
    /// False where rows of the run have no recorded result.
    bool hasAllRows(const RecordedRun &recorded);
    void eachRowFound(qint64 run, const std::function<void(const SqlStatement &line)> &take);
    /// The row in a line of eachRowFound().
    RunRow rowAt(const SqlStatement &line, qint64 run);
    /// What an undo did to the row, from 0, of a run.
    std::optional<UndoResult> undoOf(qint64 undo, qint64 run, qint32 row);

private:
    void lookWhere(const std::string &condition);

    SqlDatabase &m_database;
    const std::stop_token &m_stop;
    SearchWords m_words{QStringView()};
    QByteArray m_buffer; // of m_words
    QString m_studentId;
    std::function<bool(const SqlStatement &line)> m_isWanted;
    std::unique_ptr<SqlStatement> m_rows;
    SqlStatement m_count;
    SqlStatement m_undo;
    QHash<qint64, QList<CourseRef>> m_courses; // of runs, by their number
};

} // namespace Rollbook
