// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "peers/sqlitestatements.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

namespace Rollbook::Bench
{

namespace
{

constexpr std::array TextFields{StudentField::StudentId, StudentField::GivenName,
    StudentField::FamilyName, StudentField::Email, StudentField::BirthDate,
    StudentField::GradeLevel, StudentField::Notes};
constexpr qint64 Moment = 1'790'000'000'000;

sqlite3 *open(const QString &path)
{
    sqlite3 *database = nullptr;
    if (sqlite3_open(QFile::encodeName(path).constData(), &database) != SQLITE_OK)
        qFatal("the school cannot be opened");
    return database;
}

void bind(sqlite3_stmt *statement, int parameter, QUtf8StringView text)
{
    sqlite3_bind_text(statement, parameter, text.isEmpty() ? "" : text.data(),
        static_cast<int>(text.size()), SQLITE_STATIC);
}

} // namespace

SqliteStatements::SqliteStatements(const QString &path)
    : m_database(open(path), &sqlite3_close)
    , m_known(prepare("SELECT s.id, s.hold,"
                      " (s.given_name = '') | ((s.family_name = '') << 1) | ((s.email = '') << 2)"
                      " | ((s.birth_date = '') << 3) | ((s.grade_level = '') << 4)"
                      " | ((s.notes = '') << 5), r.course, r.waiting, r.number, r.registered_at,"
                      " r.run, r.roster_row FROM students s"
                      " LEFT JOIN registrations r ON r.student = s.id WHERE s.student_id = ?1"))
    , m_student(prepare("INSERT INTO students (student_id, given_name, family_name, email,"
                        " birth_date, grade_level, notes, email_key)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"))
    , m_place(prepare("INSERT INTO registrations (student, course, waiting, number,"
                      " registered_at, run, roster_row) VALUES (?1, 1, 0, ?2, ?3, 1, ?2)"))
    , m_result(prepare(
          "INSERT INTO run_results (run, roster_row, course, student_id, given_name, family_name,"
          " email, birth_date, grade_level, notes, status, reason, argument, waiting, number,"
          " registered_at, attempts, duration_ms)"
          " VALUES (1, ?1, 0, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'registered', '', '', 0, ?1, ?9, 1, 1)"
          " ON CONFLICT (run, roster_row) DO UPDATE SET status = excluded.status,"
          " reason = excluded.reason, argument = excluded.argument, waiting = excluded.waiting,"
          " number = excluded.number, registered_at = excluded.registered_at,"
          " attempts = attempts + excluded.attempts, duration_ms = excluded.duration_ms"
          " WHERE status IN ('failed', 'not_attempted')"))
    , m_seats(prepare("UPDATE courses SET seats_taken = ?1 WHERE id = 1"))
{
    run("PRAGMA synchronous = FULL");
    run("PRAGMA foreign_keys = ON");
    run("PRAGMA cache_size = -65536");
    run("PRAGMA wal_autocheckpoint = 4000");
    run("INSERT INTO runs (number, id, started_at, started_by, roster_name, course_name,"
        " when_full, unknown_students, state)"
        " VALUES (1, 'r', 0, 'p', 'l', 'GO1', 'waitlist', 'create', 'running')");
    run("INSERT INTO run_courses (run, position, code, term) VALUES (1, 0, 'GO1', '')");
}

SqliteStatements::Statement SqliteStatements::prepare(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_database.get(), sql, -1, &statement, nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(m_database.get()));
    return {statement, &sqlite3_finalize};
}

void SqliteStatements::run(const char *sql)
{
    if (sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(m_database.get()));
}

void SqliteStatements::finish(const Statement &statement)
{
    if (sqlite3_step(statement.get()) != SQLITE_DONE)
        qFatal("%s", sqlite3_errmsg(m_database.get()));
    sqlite3_reset(statement.get());
}

void SqliteStatements::registerAll(const StudentList &students, int batchSize)
{
    std::vector<int> rows;
    for (int first = 0; first < students.size(); first += batchSize) {
        rows.resize(static_cast<std::size_t>(qMin(batchSize, students.size() - first)));
        std::iota(rows.begin(), rows.end(), first);
        std::sort(rows.begin(), rows.end(), [&students](int left, int right) {
            return students.field(left, StudentField::StudentId)
                < students.field(right, StudentField::StudentId);
        });
        run("BEGIN IMMEDIATE");
        for (const int row : rows)
            lookUp(students, row);
        for (const int row : rows) {
            insertStudent(students, row);
            insertPlace(row);
        }
        for (int row = first; row < first + static_cast<int>(rows.size()); ++row)
            insertResult(students, row);
        updateSeats(first + static_cast<int>(rows.size()));
        run("COMMIT");
    }
}

void SqliteStatements::lookUp(const StudentList &students, int row)
{
    bind(m_known.get(), 1, students.field(row, StudentField::StudentId));
    finish(m_known);
}

void SqliteStatements::insertStudent(const StudentList &students, int row)
{
    for (std::size_t i = 0; i < TextFields.size(); ++i)
        bind(m_student.get(), static_cast<int>(i) + 1, students.field(row, TextFields[i]));
    bind(m_student.get(), 8, students.field(row, StudentField::Email));
    finish(m_student);
}

void SqliteStatements::insertPlace(int row)
{
    sqlite3_bind_int64(m_place.get(), 1, sqlite3_last_insert_rowid(m_database.get()));
    sqlite3_bind_int(m_place.get(), 2, row + 1);
    sqlite3_bind_int64(m_place.get(), 3, Moment);
    finish(m_place);
}

void SqliteStatements::insertResult(const StudentList &students, int row)
{
    sqlite3_bind_int(m_result.get(), 1, row + 1);
    for (std::size_t i = 0; i < TextFields.size(); ++i)
        bind(m_result.get(), static_cast<int>(i) + 2, students.field(row, TextFields[i]));
    sqlite3_bind_int64(m_result.get(), 9, Moment);
    finish(m_result);
}

void SqliteStatements::updateSeats(int taken)
{
    sqlite3_bind_int(m_seats.get(), 1, taken);
    finish(m_seats);
}

} // namespace Rollbook::Bench
