// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgbatchwriter.h"

#include "postgres/pgresultrows.h"
#include "postgres/pgstore.h"
#include "sql/sqlresultseal.h"

#include <algorithm>
#include <array>
#include <future>
#include <optional>
#include <tuple>

namespace Rollbook
{

namespace
{

constexpr std::array<std::pair<StudentField, CompletableField>, 6> TextFields{{
    {StudentField::GivenName, CompletableGivenName},
    {StudentField::FamilyName, CompletableFamilyName},
    {StudentField::Email, CompletableEmail},
    {StudentField::BirthDate, CompletableBirthDate},
    {StudentField::GradeLevel, CompletableGradeLevel},
    {StudentField::Notes, CompletableNotes},
}};

const std::string Complete =
    "UPDATE students s SET given_name = coalesce(n.given, s.given_name),"
    " family_name = coalesce(n.family, s.family_name),"
    " email = coalesce(n.address, s.email),"
    " birth_date = coalesce(n.born, s.birth_date),"
    " grade_level = coalesce(n.grade, s.grade_level),"
    " notes = coalesce(n.note, s.notes),"
    " email_key = coalesce(n.address_key, s.email_key)"
    " FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[],"
    " $6::text[], $7::text[], $8::text[])"
    " AS n (key, given, family, address, born, grade, note, address_key)"
    " WHERE s.id = n.key";
const std::string GivePlaces =
    "INSERT INTO registrations (student, course, waiting, number, registered_at, roster_row, run)"
    " SELECT n.*, $7::bigint FROM unnest($1::bigint[], $2::bigint[], $3::int[], $4::int[],"
    " $5::bigint[], $6::int[]) AS n";

std::string_view viewOf(QUtf8StringView text)
{
    return {text.data(), static_cast<std::size_t>(text.size())};
}

void addTextOrNull(PgArray &array, std::string_view text)
{
    if (text.empty())
        array.addNull();
    else
        array.addText(text);
}

} // namespace

struct PgBatchWriter::Writing {
    const RegistrationBatch &batch;
    const BatchDecision &decision;
    qint64 run;
    std::vector<qint64> studentKeys; // by index in SchoolFacts::students

    qint64 studentKey(const BatchDecision::NewPlace &place) const
    {
        return studentKeys[static_cast<std::size_t>(place.student)];
    }
    qint64 courseKey(const BatchDecision::NewPlace &place) const
    {
        return decision.facts().courses[static_cast<std::size_t>(place.course)].key;
    }

    std::optional<PgCommand> completeStudents() const;
    std::optional<PgCommand> givePlaces() const;
    std::vector<PgCommand> countSeats() const;
};

PgBatchWriter::PgBatchWriter(PgConnection &connection, RunningSeals &seals)
    : m_connection(connection)
    , m_seals(seals)
{
}

void PgBatchWriter::write(const RegistrationBatch &batch, const BatchDecision &decision, qint64 run)
{
    Writing writing{batch, decision, run, {}};
    writing.studentKeys.reserve(decision.facts().students.size());
    for (const StudentFacts &student : decision.facts().students)
        writing.studentKeys.push_back(student.key);
    // Beside the server's work on the students, whose keys the outcomes do not need.
    auto results = std::async(std::launch::async, [&] {
        seal(batch, decision, run);
        return enterResults(run, batch.students, batch.courses, decision.results());
    });
    addStudents(writing);
    if (const auto command = writing.completeStudents())
        m_connection.sendAhead(*command);
    if (const auto command = writing.givePlaces())
        m_connection.sendAhead(*command);
    for (const PgCommand &command : writing.countSeats())
        m_connection.sendAhead(command);
    m_connection.sendAhead(results.get());
}

void PgBatchWriter::seal(const RegistrationBatch &batch, const BatchDecision &decision, qint64 run)
{
    if (!m_seals.has(run))
        return;
    SqlResultSeal seal(m_seals);
    for (const StudentRegistrationResult &result : decision.results())
        seal.add(run, batch.students, batch.courses.indexOf(result.row), result);
}

void PgBatchWriter::addStudents(Writing &writing)
{
    std::vector<BatchDecision::NewStudent> students = writing.decision.newStudents();
    if (students.empty())
        return;
    // The indexes of those with a student_id are in its order, which is that of everyone.
    std::sort(students.begin(), students.end(),
        [](const auto &left, const auto &right) { return left.student < right.student; });
    const StudentList &list = writing.batch.students;
    std::vector<PgArray> columns(
        TextFields.size() + 2, PgArray(PgArray::Element::Text, std::ssize(students)));
    for (const BatchDecision::NewStudent &student : students) {
        addTextOrNull(columns[0], viewOf(list.field(student.row, StudentField::StudentId)));
        for (std::size_t i = 0; i < TextFields.size(); ++i)
            columns[i + 1].addText(viewOf(list.field(student.row, TextFields[i].first)));
        addTextOrNull(columns.back(), emailKey(list.field(student.row, StudentField::Email)));
    }
    const std::vector<PgParameter> parameters(columns.cbegin(), columns.cend());
    const PgResult lines = m_connection.execute(
        "INSERT INTO students (student_id, given_name, family_name, email, birth_date,"
        " grade_level, notes, email_key) SELECT * FROM unnest($1::text[], $2::text[], $3::text[],"
        " $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])"
        " ON CONFLICT (student_id) DO NOTHING RETURNING id",
        parameters);
    // Somebody was added by another program since they were looked for.
    if (lines.rows() != static_cast<int>(students.size()))
        throw PgStore::Outdated();
    for (std::size_t i = 0; i < students.size(); ++i) {
        writing.studentKeys[static_cast<std::size_t>(students[i].student)] =
            lines.number(static_cast<int>(i), 0);
    }
}

std::optional<PgCommand> PgBatchWriter::Writing::completeStudents() const
{
    const auto &students = decision.completedStudents();
    if (students.empty())
        return std::nullopt;
    PgArray keys(PgArray::Element::BigInt);
    std::vector<PgArray> columns(TextFields.size() + 1, PgArray(PgArray::Element::Text));
    for (const BatchDecision::CompletedStudent &student : students) {
        keys.addNumber(studentKeys[static_cast<std::size_t>(student.student)]);
        for (std::size_t i = 0; i < TextFields.size(); ++i) {
            const bool given = (student.fields & TextFields[i].second) != 0;
            addTextOrNull(columns[i],
                given ? viewOf(batch.students.field(student.row, TextFields[i].first))
                      : std::string_view());
        }
        const bool givenEmail = (student.fields & CompletableEmail) != 0;
        addTextOrNull(columns.back(),
            givenEmail ? emailKey(batch.students.field(student.row, StudentField::Email)) : "");
    }
    std::vector<PgParameter> parameters{keys};
    parameters.insert(parameters.end(), columns.cbegin(), columns.cend());
    return PgCommand{Complete, std::move(parameters)};
}

std::optional<PgCommand> PgBatchWriter::Writing::givePlaces() const
{
    std::vector<BatchDecision::NewPlace> places = decision.newPlaces();
    if (places.empty())
        return std::nullopt;
    std::sort(places.begin(), places.end(), [this](const auto &left, const auto &right) {
        return std::make_tuple(studentKey(left), courseKey(left))
            < std::make_tuple(studentKey(right), courseKey(right));
    });
    const qsizetype count = std::ssize(places);
    PgArray students(PgArray::Element::BigInt, count);
    PgArray courses(PgArray::Element::BigInt, count);
    PgArray waiting(PgArray::Element::Int, count);
    PgArray numbers(PgArray::Element::Int, count);
    PgArray moments(PgArray::Element::BigInt, count);
    PgArray rows(PgArray::Element::Int, count);
    for (const BatchDecision::NewPlace &place : places) {
        const StudentRegistrationResult &result = decision.results()[place.position];
        const StudentRegistration &held = *result.registration();
        students.addNumber(studentKey(place));
        courses.addNumber(courseKey(place));
        waiting.addNumber(held.waiting ? 1 : 0);
        numbers.addNumber(held.number);
        moments.addNumber(held.registeredAtMs);
        rows.addNumber(result.row + 1);
    }
    return PgCommand{GivePlaces, {students, courses, waiting, numbers, moments, rows, run}};
}

std::vector<PgCommand> PgBatchWriter::Writing::countSeats() const
{
    std::vector<PgCommand> commands;
    const std::vector<CourseFacts> &courses = decision.facts().courses;
    std::vector<bool> changed(courses.size(), false);
    for (const BatchDecision::NewPlace &place : decision.newPlaces())
        changed[static_cast<std::size_t>(place.course)] = true;
    for (std::size_t i = 0; i < courses.size(); ++i) {
        if (!changed[i])
            continue;
        commands.push_back({"UPDATE courses SET seats_taken = $2, waiting = $3 WHERE id = $1",
            {courses[i].key, qint64{courses[i].seatsTaken}, qint64{courses[i].waiting}}});
        if (courses[i].lastFreeSeatGiven > 0) {
            commands.push_back({"DELETE FROM free_seats WHERE course = $1 AND number <= $2",
                {courses[i].key, qint64{courses[i].lastFreeSeatGiven}}});
        }
    }
    return commands;
}

} // namespace Rollbook
