// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoollook.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Transaction.h>

#include <QFile>

#include <algorithm>

namespace Rollbook
{

namespace
{

constexpr int BusyMilliseconds = 10'000;

QString text(const SQLite::Statement &statement, int column)
{
    return QString::fromStdString(statement.getColumn(column).getString());
}

int number(const SQLite::Statement &statement, int column)
{
    return statement.getColumn(column).getInt();
}

std::optional<int> numberIfAny(const SQLite::Statement &statement, int column)
{
    return statement.isColumnNull(column) ? std::nullopt : std::optional(number(statement, column));
}

int64_t greatest(SQLite::Database &database, const char *table)
{
    return database.execAndGet(std::string("SELECT coalesce(max(id), 0) FROM ") + table).getInt64();
}

RegistrationStatus statusAt(const SQLite::Statement &statement, int column)
{
    return statusFromWord(text(statement, column)).value_or(RegistrationStatus::Failed);
}

StudentRegistrationResult resultAt(const SQLite::Statement &statement)
{
    StudentRegistrationResult result;
    result.row = number(statement, 0) - 1;
    const RegistrationStatus status = statusAt(statement, 1);
    if (status <= RegistrationStatus::AlreadyRegistered) {
        result.outcome =
            StudentRegistration{status, number(statement, 4) != 0, number(statement, 5), 0};
    } else {
        result.outcome = RegistrationError{status,
            reasonFromWord(text(statement, 2)).value_or(ReasonCode::LeftOut), text(statement, 3)};
    }
    return result;
}

} // namespace

SchoolLook::SchoolLook(const QString &path)
    : m_database(QFile::encodeName(path).toStdString(), SQLite::OPEN_READWRITE, BusyMilliseconds)
    , m_courses(m_database,
          "SELECT id, code, seats_taken, waiting, capacity, waitlist_capacity FROM courses"
          " WHERE id > ?1 ORDER BY id")
    , m_held(m_database,
          "SELECT r.waiting, r.number, coalesce(s.student_id, ''), s.email"
          " FROM students s CROSS JOIN registrations r ON r.student = s.id"
          " WHERE s.id > ?1 AND r.course = ?2 ORDER BY r.waiting, r.number")
    , m_students(m_database, "SELECT coalesce(student_id, ''), email FROM students WHERE id > ?1")
    , m_recorded(m_database,
          "SELECT status FROM run_results WHERE run = (SELECT number FROM runs WHERE id = ?1)"
          " AND roster_row = ?2")
    , m_run(m_database,
          "SELECT number, state, registered, waitlisted, already_registered, rejected, failed,"
          " not_attempted FROM runs WHERE id = ?1")
    , m_results(m_database,
          "SELECT roster_row, status, reason, argument, waiting, number FROM run_results"
          " WHERE run = ?1 ORDER BY roster_row")
{
}

void SchoolLook::lookOnlyAtNew()
{
    m_coursesBefore = greatest(m_database, "courses");
    m_studentsBefore = greatest(m_database, "students");
}

QList<SchoolLook::Seats> SchoolLook::seats()
{
    QList<Seats> all;
    const SQLite::Transaction moment(m_database);
    m_courses.reset();
    m_courses.bind(1, m_coursesBefore);
    while (m_courses.executeStep()) {
        Seats seats{text(m_courses, 1), number(m_courses, 2), number(m_courses, 3),
            numberIfAny(m_courses, 4), numberIfAny(m_courses, 5), {}, {}, {}};
        m_held.reset();
        m_held.bind(1, m_studentsBefore);
        m_held.bind(2, m_courses.getColumn(0).getInt64());
        while (m_held.executeStep()) {
            const bool waiting = number(m_held, 0) != 0;
            (waiting ? seats.placeNumbers : seats.seatNumbers) += number(m_held, 1);
            Student student;
            student.studentId = text(m_held, 2);
            student.email = text(m_held, 3);
            seats.holders += holderText(student, waiting, number(m_held, 1));
        }
        all += seats;
    }
    m_courses.reset();
    m_held.reset();
    return all;
}

QStringList SchoolLook::students()
{
    QStringList all;
    m_students.reset();
    m_students.bind(1, m_studentsBefore);
    while (m_students.executeStep()) {
        Student student;
        student.studentId = text(m_students, 0);
        student.email = text(m_students, 1);
        all += studentText(student);
    }
    m_students.reset();
    all.sort();
    return all;
}

bool SchoolLook::isRecorded(const QString &run, qint32 row, RegistrationStatus status)
{
    m_recorded.reset();
    m_recorded.bind(1, run.toStdString());
    m_recorded.bind(2, row + 1);
    const bool recorded = m_recorded.executeStep() && statusAt(m_recorded, 0) == status;
    m_recorded.reset();
    return recorded;
}

SchoolLook::RecordedRun SchoolLook::run(const QString &id)
{
    RecordedRun recorded;
    const SQLite::Transaction moment(m_database);
    m_run.reset();
    m_run.bind(1, id.toStdString());
    if (m_run.executeStep()) {
        recorded.state = runStateFromWord(text(m_run, 1)).value_or(RunState::Running);
        for (int status = 0; status < RegistrationStatusCount; ++status)
            recorded.counts.add(static_cast<RegistrationStatus>(status), number(m_run, 2 + status));
        m_results.reset();
        m_results.bind(1, m_run.getColumn(0).getInt64());
        while (m_results.executeStep())
            recorded.results += resultAt(m_results);
    }
    m_run.reset();
    m_results.reset();
    return recorded;
}

void SchoolLook::withdraw(const QString &course, const Student &student)
{
    SQLite::Transaction change(m_database, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement find(m_database,
        "SELECT r.student, r.course FROM registrations r JOIN students s ON s.id = r.student"
        " JOIN courses c ON c.id = r.course WHERE c.code = ?1 AND CASE ?2 WHEN '' THEN"
        " s.student_id IS NULL AND s.email = ?3 ELSE s.student_id = ?2 END");
    find.bind(1, course.toStdString());
    find.bind(2, student.studentId.toStdString());
    find.bind(3, student.email.toStdString());
    if (!find.executeStep())
        return;
    const int64_t who = find.getColumn(0).getInt64();
    const int64_t where = find.getColumn(1).getInt64();
    find.reset();
    const auto run = [this](const char *sql, std::initializer_list<int64_t> values) {
        SQLite::Statement statement(m_database, sql);
        int parameter = 0;
        for (const int64_t value : values)
            statement.bind(++parameter, value);
        statement.exec();
    };
    run("DELETE FROM registrations WHERE student = ?1 AND course = ?2", {who, where});
    run("UPDATE courses SET seats_taken = (SELECT count(*) FROM registrations WHERE course = ?1"
        " AND waiting = 0), waiting = (SELECT count(*) FROM registrations WHERE course = ?1"
        " AND waiting = 1) WHERE id = ?1",
        {where});
    SQLite::Statement list(m_database,
        "SELECT student FROM registrations WHERE course = ?1 AND waiting = 1 ORDER BY number");
    list.bind(1, where);
    std::vector<int64_t> waiting;
    while (list.executeStep())
        waiting.push_back(list.getColumn(0).getInt64());
    list.reset();
    for (std::size_t place = 0; place < waiting.size(); ++place) {
        run("UPDATE registrations SET number = ?3 WHERE student = ?1 AND course = ?2",
            {waiting[place], where, static_cast<int64_t>(place) + 1});
    }
    change.commit();
}

QString SchoolLook::holderText(const Student &student, bool waiting, int number)
{
    return QStringLiteral("%1 %2 %3")
        .arg(studentText(student), waiting ? QStringLiteral("place") : QStringLiteral("seat"),
            QString::number(number));
}

QString SchoolLook::studentText(const Student &student)
{
    return QStringLiteral("“%1 %2”").arg(student.studentId, student.email);
}

} // namespace Rollbook
