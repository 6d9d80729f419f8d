// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "peers/serverstatements.h"

#include <QDateTime>

#include <array>

namespace Rollbook::Bench
{

namespace
{

constexpr std::array TextFields{StudentField::StudentId, StudentField::GivenName,
    StudentField::FamilyName, StudentField::Email, StudentField::BirthDate,
    StudentField::GradeLevel, StudentField::Notes};

// A column each.
std::vector<PgParameter> textColumns(const StudentList &students, int first, int count)
{
    std::vector<PgParameter> columns;
    for (const StudentField field : TextFields) {
        PgArray column(PgArray::Element::Text, count);
        for (int row = first; row < first + count; ++row) {
            const QUtf8StringView text = students.field(row, field);
            column.addText({text.data(), static_cast<std::size_t>(text.size())});
        }
        columns.emplace_back(column);
    }
    return columns;
}

PgArray rowNumbers(int first, int count)
{
    PgArray rows(PgArray::Element::Int, count);
    for (int row = first; row < first + count; ++row)
        rows.addNumber(row + 1);
    return rows;
}

constexpr const char *Add =
    "INSERT INTO students (student_id, given_name, family_name, email, birth_date, grade_level,"
    " notes, email_key) SELECT n.*, n.email FROM unnest($1::text[], $2::text[], $3::text[],"
    " $4::text[], $5::text[], $6::text[], $7::text[]) AS n (student_id, given_name, family_name,"
    " email, birth_date, grade_level, notes) ON CONFLICT (student_id) DO UPDATE"
    " SET given_name = excluded.given_name, family_name = excluded.family_name RETURNING id";

} // namespace

ServerStatements::ServerStatements(const std::string &url, int client)
    : m_url(url)
    , m_connection(PgAddress{url})
{
    const std::string name = std::to_string(client);
    m_course = m_connection
                   .execute("INSERT INTO courses (code, term, title) VALUES ($1, '', '')"
                            " RETURNING id",
                       {std::string_view("C" + name)})
                   .number(0, 0);
    m_run = m_connection
                .execute("INSERT INTO runs (id, started_at, started_by, roster_name, course_name,"
                         " when_full, unknown_students, state) VALUES ($1, 0, '', 'l', 'c',"
                         " 'waitlist', 'create', 'running') RETURNING number",
                    {std::string_view("r" + name)})
                .number(0, 0);
}

void ServerStatements::addStudents(const StudentList &students)
{
    const PgResult keys = m_connection.execute(Add, textColumns(students, 0, students.size()));
    for (int line = 0; line < keys.rows(); ++line)
        m_students.push_back(keys.number(line, 0));
}

// The server can reuse the plan, so libpq itself: Rollbook prepares nothing, for the poolers' sake.
void ServerStatements::insertOneByOne(int count)
{
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(
        PQconnectdb(m_url.c_str()), &PQfinish);
    const auto check = [&connection](PGresult *result) {
        const std::unique_ptr<PGresult, decltype(&PQclear)> answer(result, &PQclear);
        if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK)
            qFatal("%s", PQerrorMessage(connection.get()));
    };
    check(PQprepare(connection.get(), "one",
        "INSERT INTO registrations (student, course, waiting, number, registered_at, run,"
        " roster_row) VALUES ($1, $2, 0, $3, $4, $5, $3)",
        0, nullptr));
    const std::string course = std::to_string(m_course);
    const std::string run = std::to_string(m_run);
    const std::string now = std::to_string(QDateTime::currentMSecsSinceEpoch());
    for (int row = 0; row < count; ++row) {
        const std::string student = std::to_string(m_students[static_cast<std::size_t>(row)]);
        const std::string number = std::to_string(row + 1);
        const std::array values{
            student.c_str(), course.c_str(), number.c_str(), now.c_str(), run.c_str()};
        check(PQexecPrepared(connection.get(), "one", static_cast<int>(values.size()),
            values.data(), nullptr, nullptr, 0));
    }
}

PgCommand ServerStatements::places(const StudentList &students, int first, int count) const
{
    static const std::string sql = std::string("WITH s AS (") + Add
        + ", student_id) INSERT INTO registrations (student, course, waiting, number,"
          " registered_at, run, roster_row) SELECT s.id, $9::bigint, 0, r.number, $10::bigint,"
          " $11::bigint, r.number FROM unnest($1::text[], $8::int[]) AS r (student_id, number)"
          " JOIN s USING (student_id)";
    PgCommand command{sql, textColumns(students, first, count)};
    command.parameters.emplace_back(rowNumbers(first, count));
    command.parameters.emplace_back(m_course);
    command.parameters.emplace_back(QDateTime::currentMSecsSinceEpoch());
    command.parameters.emplace_back(m_run);
    return command;
}

PgCommand ServerStatements::outcomes(const StudentList &students, int first, int count) const
{
    PgCommand command{"INSERT INTO run_results (run, roster_row, course, student_id, given_name,"
                      " family_name, email, birth_date, grade_level, notes, status, reason,"
                      " argument, waiting, number, registered_at, attempts, duration_ms)"
                      " SELECT $9::bigint, n.row, 0, n.a, n.b, n.c, n.d, n.e, n.f, n.g,"
                      " 'registered', '', '', 0, n.row, $10::bigint, 1, 1"
                      " FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[],"
                      " $6::text[], $7::text[], $8::int[]) AS n (a, b, c, d, e, f, g, row)",
        textColumns(students, first, count)};
    command.parameters.emplace_back(rowNumbers(first, count));
    command.parameters.emplace_back(m_run);
    command.parameters.emplace_back(QDateTime::currentMSecsSinceEpoch());
    return command;
}

void ServerStatements::insertPlaces(const StudentList &students, int batchSize)
{
    for (int first = 0; first < students.size(); first += batchSize) {
        const PgCommand command = places(students, first, qMin(batchSize, students.size() - first));
        m_connection.execute(command.sql, command.parameters);
    }
}

void ServerStatements::insertOutcomes(const StudentList &students, int batchSize)
{
    for (int first = 0; first < students.size(); first += batchSize) {
        const int count = qMin(batchSize, students.size() - first);
        // Without BEGIN a pipeline is one transaction.
        m_connection.executeAll(
            std::array{places(students, first, count), outcomes(students, first, count)});
    }
}

} // namespace Rollbook::Bench
