// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgresultrows.h"

#include <array>

namespace Rollbook
{

namespace
{

constexpr std::array Texts{StudentField::StudentId, StudentField::GivenName,
    StudentField::FamilyName, StudentField::Email, StudentField::BirthDate,
    StudentField::GradeLevel, StudentField::Notes};

constexpr const char *Enter =
    "INSERT INTO run_results (run, roster_row, course, student_id, given_name, family_name, email,"
    " birth_date, grade_level, notes, status, reason, argument, waiting, number, registered_at,"
    " attempts, duration_ms) SELECT $1::bigint, n.* FROM unnest($2::int[], $3::int[], $4::text[],"
    " $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[],"
    " $12::text[], $13::text[], $14::int[], $15::int[], $16::bigint[], $17::int[], $18::int[]) AS n"
    " ON CONFLICT (run, roster_row) DO UPDATE SET course = excluded.course,"
    " student_id = excluded.student_id, given_name = excluded.given_name,"
    " family_name = excluded.family_name, email = excluded.email,"
    " birth_date = excluded.birth_date, grade_level = excluded.grade_level,"
    " notes = excluded.notes, status = excluded.status, reason = excluded.reason,"
    " argument = excluded.argument, waiting = excluded.waiting, number = excluded.number,"
    " registered_at = excluded.registered_at, duration_ms = excluded.duration_ms,"
    " attempts = run_results.attempts + excluded.attempts"
    " WHERE run_results.status IN ('failed', 'not_attempted')";

} // namespace

PgCommand enterResults(qint64 run, const StudentList &students, const CourseAssignment &courses,
    const QList<StudentRegistrationResult> &results)
{
    using Element = PgArray::Element;
    const qsizetype count = results.size();
    PgArray rows(Element::Int, count);
    PgArray positions(Element::Int, count);
    std::vector<PgArray> texts(Texts.size(), PgArray(Element::Text, count));
    PgArray statuses(Element::Text, count);
    PgArray reasons(Element::Text, count);
    PgArray arguments(Element::Text, count);
    PgArray waiting(Element::Int, count);
    PgArray numbers(Element::Int, count);
    PgArray moments(Element::BigInt, count);
    PgArray attempts(Element::Int, count);
    PgArray durations(Element::Int, count);
    for (const StudentRegistrationResult &result : results) {
        rows.addNumber(result.row + 1);
        const int course = courses.indexOf(result.row);
        if (course >= 0)
            positions.addNumber(course);
        else
            positions.addNull();
        for (std::size_t i = 0; i < Texts.size(); ++i) {
            const QUtf8StringView text = students.field(result.row, Texts[i]);
            texts[i].addText({text.data(), static_cast<std::size_t>(text.size())});
        }
        statuses.addText(statusWord(result.status()).toStdString());
        const RegistrationError *error = result.error();
        reasons.addText(error ? reasonWord(error->code).toStdString() : std::string());
        arguments.addText(error ? QString(error->argument).toStdString() : std::string());
        const StudentRegistration *held = result.registration();
        waiting.addNumber(held && held->waiting ? 1 : 0);
        numbers.addNumber(held ? held->number : 0);
        moments.addNumber(held ? held->registeredAtMs : 0);
        attempts.addNumber(result.attempts);
        durations.addNumber(result.durationMs);
    }
    PgCommand command{Enter, {run, rows, positions}};
    command.parameters.insert(command.parameters.end(), texts.cbegin(), texts.cend());
    for (const PgArray *column :
        {&statuses, &reasons, &arguments, &waiting, &numbers, &moments, &attempts, &durations})
        command.parameters.emplace_back(*column);
    return command;
}

} // namespace Rollbook
