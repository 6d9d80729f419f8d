// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlhistoryreader.h"

#include "rules/batchidentities.h"
#include "sql/sqlruns.h"
#include "sql/sqlundo.h"
#include "sql/sqlvalues.h"

namespace Rollbook
{

namespace
{

constexpr int LinesBetweenStopChecks = 1024;
// Of the lines of eachRowFound().
constexpr int CourseColumn = ResultColumnCount;
constexpr int FirstTextColumn = CourseColumn + 1;
constexpr int EmailColumn = FirstTextColumn + 3;

} // namespace

SqlHistoryReader::SqlHistoryReader(SqlDatabase &database, const std::stop_token &stop)
    : m_database(database)
    , m_stop(stop)
    , m_count(database, "SELECT count(*) FROM run_results WHERE run = ?1")
    , m_undo(database,
          "SELECT roster_row, status, reason, argument, waiting, number FROM undo_results"
          " WHERE run = ?1 AND roster_row ="
          " (SELECT count(*) FROM run_results WHERE run = ?2 AND roster_row <= ?3)")
{
}

void SqlHistoryReader::lookWhere(const std::string &condition)
{
    m_rows = std::make_unique<SqlStatement>(m_database,
        std::string("SELECT ") + ResultColumns
            + ", course, student_id, given_name, family_name, email, birth_date, grade_level,"
              " notes FROM run_results WHERE run = ?1"
            + condition + " ORDER BY roster_row",
        SqlStatement::Lines::VeryMany);
}

void SqlHistoryReader::lookFor(const SearchWords &words)
{
    m_words = words;
    m_isWanted = [this](const SqlStatement &line) {
        const auto text = [&line](int index) { return utf8At(line, FirstTextColumn + index); };
        return m_words.areIn({text(0), text(1), text(2), text(3)}, m_buffer);
    };
    lookWhere({});
}

void SqlHistoryReader::lookFor(const Student &student)
{
    m_studentId = student.studentId;
    m_isWanted = [wanted = emailKey(student.email.toUtf8()), id = m_studentId.toUtf8()](
                     const SqlStatement &line) {
        const QUtf8StringView itsId = utf8At(line, FirstTextColumn);
        if (!id.isEmpty() && !itsId.isEmpty())
            return true;
        const QUtf8StringView email = utf8At(line, EmailColumn);
        return !email.isEmpty() && emailKey(email) == wanted;
    };
    lookWhere(m_studentId.isEmpty()
            ? " AND email <> ''"
            : " AND (student_id = ?2 OR (student_id = '' AND email <> ''))");
}

QList<RecordedRun> SqlHistoryReader::newestFirst() const
{
    // In the same order.
    const QList<Run> runs = SqlRuns(m_database).newestFirst();
    QHash<qint64, QString> courses;
    SqlStatement named(m_database,
        "SELECT r.run, r.code, r.term, coalesce(c.title, '') FROM run_courses r"
        " LEFT JOIN courses c ON c.code = r.code AND (c.term = r.term OR r.term = '')");
    while (named.executeStep()) {
        courses[int64At(named, 0)] +=
            textAt(named, 1) + u' ' + textAt(named, 2) + u' ' + textAt(named, 3) + u'\n';
    }
    SqlStatement numbers(m_database, "SELECT number FROM runs ORDER BY number DESC");
    QList<RecordedRun> recorded;
    recorded.reserve(runs.size());
    for (const Run &run : runs) {
        numbers.executeStep();
        const qint64 number = int64At(numbers, 0);
        recorded.append({run, number, courses.value(number)});
    }
    return recorded;
}

bool SqlHistoryReader::hasAllRows(const RecordedRun &recorded)
{
    if (recorded.run.state == RunState::Finished)
        return true;
    if (recorded.run.state == RunState::Running)
        return false;
    bindValue(fresh(m_count), 1, recorded.number);
    return m_count.executeStep() && intAt(m_count, 0) == recorded.run.counts.total();
}

void SqlHistoryReader::eachRowFound(
    qint64 run, const std::function<void(const SqlStatement &line)> &take)
{
    bindValue(fresh(*m_rows), 1, run);
    if (!m_studentId.isEmpty())
        bindValue(*m_rows, 2, m_studentId);
    for (int lines = 0; m_rows->executeStep(); ++lines) {
        if (lines % LinesBetweenStopChecks == 0 && m_stop.stop_requested())
            return;
        if (m_isWanted(*m_rows))
            take(*m_rows);
    }
}

RunRow SqlHistoryReader::rowAt(const SqlStatement &line, qint64 run)
{
    auto courses = m_courses.find(run);
    if (courses == m_courses.end())
        courses = m_courses.insert(run, SqlRuns(m_database).coursesOf(run));
    const auto text = [&line](int index) { return textAt(line, FirstTextColumn + index); };
    return {{text(0), text(1), text(2), text(3), text(4), text(5), text(6)},
        isNullAt(line, CourseColumn) ? CourseRef() : courses->value(intAt(line, CourseColumn)),
        resultAt(line), std::nullopt};
}

std::optional<UndoResult> SqlHistoryReader::undoOf(qint64 undo, qint64 run, qint32 row)
{
    bindValue(fresh(m_undo), 1, undo);
    bindValue(m_undo, 2, run);
    m_undo.bind(3, row + 1);
    if (!m_undo.executeStep())
        return std::nullopt;
    return undoResultAt(m_undo);
}

} // namespace Rollbook
