// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqlitehistoryreader.h"

#include "rules/batchidentities.h"
#include "sqlite/sqliteruns.h"
#include "sqlite/sqliteundo.h"
#include "sqlite/sqlitevalues.h"

#include <sqlite3.h>

namespace Rollbook
{

namespace
{

constexpr int StepsBetweenStopChecks = 20'000;

QUtf8StringView textOf(sqlite3_value *value)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return {text, sqlite3_value_bytes(value)};
}

SqliteHistoryReader::Wanted &wantedIn(sqlite3_context *context)
{
    return *static_cast<SqliteHistoryReader::Wanted *>(sqlite3_user_data(context));
}

// names_wanted(student_id, given_name, family_name, email)
void namesWanted(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    SqliteHistoryReader::Wanted &wanted = wantedIn(context);
    const bool found = wanted.words.areIn(
        {textOf(values[0]), textOf(values[1]), textOf(values[2]), textOf(values[3])},
        wanted.buffer);
    sqlite3_result_int(context, found ? 1 : 0);
}

// email_wanted(email)
void emailWanted(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    const QUtf8StringView email = textOf(values[0]);
    const bool found = !email.isEmpty() && emailKey(email) == wantedIn(context).emailKey;
    sqlite3_result_int(context, found ? 1 : 0);
}

int stopWanted(void *stop)
{
    return static_cast<const std::stop_token *>(stop)->stop_requested() ? 1 : 0;
}

} // namespace

SqliteHistoryReader::SqliteHistoryReader(SQLite::Database &database, const std::stop_token &stop)
    : m_database(database)
    , m_stop(stop)
    , m_count(database, "SELECT count(*) FROM run_results WHERE run = ?1")
    , m_undo(database,
          "SELECT roster_row, status, reason, argument, waiting, number FROM undo_results"
          " WHERE run = ?1 AND roster_row ="
          " (SELECT count(*) FROM run_results WHERE run = ?2 AND roster_row <= ?3)")
{
    database.createFunction("names_wanted", 4, true, &m_wanted, namesWanted);
    database.createFunction("email_wanted", 1, true, &m_wanted, emailWanted);
    sqlite3_progress_handler(database.getHandle(), StepsBetweenStopChecks, stopWanted,
        const_cast<std::stop_token *>(&m_stop));
}

SqliteHistoryReader::~SqliteHistoryReader()
{
    sqlite3_progress_handler(m_database.getHandle(), 0, nullptr, nullptr);
}

void SqliteHistoryReader::lookWhere(const std::string &condition, const QString &studentId)
{
    m_studentId = studentId;
    m_rows = std::make_unique<SQLite::Statement>(m_database,
        std::string("SELECT ") + ResultColumns
            + ", course, student_id, given_name, family_name, email, birth_date, grade_level,"
              " notes FROM run_results WHERE run = ?1 AND ("
            + condition + ") ORDER BY roster_row");
}

void SqliteHistoryReader::lookFor(const SearchWords &words)
{
    m_wanted.words = words;
    lookWhere("names_wanted(student_id, given_name, family_name, email)");
}

void SqliteHistoryReader::lookFor(const Student &student)
{
    m_wanted.emailKey = emailKey(student.email.toUtf8());
    if (student.studentId.isEmpty())
        lookWhere("email_wanted(email)");
    else
        lookWhere(
            "student_id = ?2 OR (student_id = '' AND email_wanted(email))", student.studentId);
}

QList<RecordedRun> SqliteHistoryReader::newestFirst() const
{
    // In the same order.
    const QList<Run> runs = SqliteRuns(m_database).newestFirst();
    QHash<qint64, QString> courses;
    SQLite::Statement named(m_database,
        "SELECT r.run, r.code, r.term, coalesce(c.title, '') FROM run_courses r"
        " LEFT JOIN courses c ON c.code = r.code AND (c.term = r.term OR r.term = '')");
    while (named.executeStep()) {
        courses[int64At(named, 0)] +=
            textAt(named, 1) + u' ' + textAt(named, 2) + u' ' + textAt(named, 3) + u'\n';
    }
    SQLite::Statement numbers(m_database, "SELECT number FROM runs ORDER BY number DESC");
    QList<RecordedRun> recorded;
    recorded.reserve(runs.size());
    for (const Run &run : runs) {
        numbers.executeStep();
        const qint64 number = int64At(numbers, 0);
        recorded.append({run, number, courses.value(number)});
    }
    return recorded;
}

bool SqliteHistoryReader::hasAllRows(const RecordedRun &recorded)
{
    if (recorded.run.state == RunState::Finished)
        return true;
    if (recorded.run.state == RunState::Running)
        return false;
    bindValue(fresh(m_count), 1, recorded.number);
    return m_count.executeStep() && intAt(m_count, 0) == recorded.run.counts.total();
}

void SqliteHistoryReader::eachRowFound(
    qint64 run, const std::function<void(const SQLite::Statement &line)> &take)
{
    bindValue(fresh(*m_rows), 1, run);
    if (!m_studentId.isEmpty())
        bindValue(*m_rows, 2, m_studentId);
    while (m_rows->executeStep())
        take(*m_rows);
}

RunRow SqliteHistoryReader::rowAt(const SQLite::Statement &line, qint64 run)
{
    constexpr int Course = ResultColumnCount;
    constexpr int FirstText = Course + 1;
    auto courses = m_courses.find(run);
    if (courses == m_courses.end())
        courses = m_courses.insert(run, SqliteRuns(m_database).coursesOf(run));
    const auto text = [&line](int index) { return textAt(line, FirstText + index); };
    return {{text(0), text(1), text(2), text(3), text(4), text(5), text(6)},
        line.isColumnNull(Course) ? CourseRef() : courses->value(intAt(line, Course)),
        resultAt(line), std::nullopt};
}

std::optional<UndoResult> SqliteHistoryReader::undoOf(qint64 undo, qint64 run, qint32 row)
{
    bindValue(fresh(m_undo), 1, undo);
    bindValue(m_undo, 2, run);
    m_undo.bind(3, row + 1);
    if (!m_undo.executeStep())
        return std::nullopt;
    return undoResultAt(m_undo);
}

} // namespace Rollbook
