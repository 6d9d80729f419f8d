// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgbatchwriter.h"

#include "postgres/pgresultrows.h"
#include "sql/sqlresultseal.h"

#include <algorithm>
#include <array>
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
// Whoever is there already has been added by another program since they were looked for: a fault.
const std::string AddStudents =
    "INSERT INTO students (student_id, given_name, family_name, email, birth_date,"
    " grade_level, notes, email_key) SELECT * FROM unnest($1::text[], $2::text[], $3::text[],"
    " $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])";
const std::string GivePlaces =
    "INSERT INTO registrations (student, course, waiting, number, registered_at, roster_row, run)";
const std::string GivePlacesToKnown = GivePlaces
    + " SELECT n.*, $7::bigint FROM unnest($1::bigint[], $2::bigint[], $3::int[], $4::int[],"
      " $5::bigint[], $6::int[]) AS n";
// In one statement, which knows the keys that it gives: they ascend in the order in which students
// are added. No place is lost: without a student it would be a fault.
const std::string AddStudentsWithPlaces = "WITH added AS (" + AddStudents
    + " RETURNING id), numbered AS (SELECT id, row_number() OVER (ORDER BY id) AS position"
      " FROM added) "
    + GivePlaces
    + " SELECT numbered.id, n.course, n.waiting, n.number, n.moment, n.row, $15::bigint"
      " FROM unnest($9::bigint[], $10::bigint[], $11::int[], $12::int[], $13::bigint[],"
      " $14::int[]) AS n (position, course, waiting, number, moment, row)"
      " LEFT JOIN numbered USING (position)";

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
    Writing(const RegistrationBatch &written, const BatchDecision &decided, qint64 number);

    const RegistrationBatch &batch;
    const BatchDecision &decision;
    qint64 run;
    std::vector<qint64> studentKeys; // by index in SchoolFacts::students; 0: not known
    std::vector<BatchDecision::NewStudent> newStudents;

    qint64 studentKey(qint32 student) const
    {
        return studentKeys[static_cast<std::size_t>(student)];
    }
    qint64 courseKey(const BatchDecision::NewPlace &place) const
    {
        return decision.facts().courses[static_cast<std::size_t>(place.course)].key;
    }
    QUtf8StringView studentId(qint32 row) const
    {
        return batch.students.field(row, StudentField::StudentId);
    }

    // Among those who are added, from 1.
    qint64 positionOfNew(qint32 student) const
    {
        const auto found = std::lower_bound(newStudents.cbegin(), newStudents.cend(), student,
            [](const auto &added, qint32 wanted) { return added.student < wanted; });
        return found - newStudents.cbegin() + 1;
    }

    bool needsKeysOfNew() const;
    void addStudents(PgConnection &connection);
    std::vector<PgParameter> columnsOfNew() const;
    std::vector<PgParameter> columnsOf(
        const std::vector<BatchDecision::NewPlace> &places, const PgArray &students) const;
    std::vector<BatchDecision::NewPlace> placesOf(bool areKnown) const;
    std::optional<PgCommand> addStudentsWithPlaces() const;
    std::optional<PgCommand> completeStudents() const;
    std::optional<PgCommand> givePlaces() const;
    std::vector<PgCommand> countSeats() const;
};

PgBatchWriter::Writing::Writing(
    const RegistrationBatch &written, const BatchDecision &decided, qint64 number)
    : batch(written)
    , decision(decided)
    , run(number)
    , newStudents(decided.newStudents())
{
    studentKeys.reserve(decision.facts().students.size());
    for (const StudentFacts &student : decision.facts().students)
        studentKeys.push_back(student.key);
    // The indexes of those with a student_id are in its order, which is that of everyone.
    std::sort(newStudents.begin(), newStudents.end(),
        [](const auto &left, const auto &right) { return left.student < right.student; });
    for (const BatchDecision::NewStudent &student : newStudents)
        studentKeys[static_cast<std::size_t>(student.student)] = 0;
}

PgBatchWriter::PgBatchWriter(PgConnection &connection, RunningSeals &seals)
    : m_connection(connection)
    , m_seals(seals)
{
}

void PgBatchWriter::write(const RegistrationBatch &batch, const BatchDecision &decision, qint64 run)
{
    Writing writing(batch, decision, run);
    if (writing.needsKeysOfNew())
        writing.addStudents(m_connection);
    else if (const auto command = writing.addStudentsWithPlaces())
        m_connection.sendAhead(*command);
    if (const auto command = writing.completeStudents())
        m_connection.sendAhead(*command);
    if (const auto command = writing.givePlaces())
        m_connection.sendAhead(*command);
    for (const PgCommand &command : writing.countSeats())
        m_connection.sendAhead(command);
    m_connection.sendAhead(enterResults(run, batch.students, batch.courses, decision.results()));
    seal(batch, decision, run);
}

void PgBatchWriter::seal(const RegistrationBatch &batch, const BatchDecision &decision, qint64 run)
{
    if (!m_seals.has(run))
        return;
    SqlResultSeal seal(m_seals);
    for (const StudentRegistrationResult &result : decision.results())
        seal.add(run, batch.students, batch.courses.indexOf(result.row), result);
}

// A later row of the batch may complete what an earlier one adds.
bool PgBatchWriter::Writing::needsKeysOfNew() const
{
    const auto &completed = decision.completedStudents();
    return !newStudents.empty()
        && std::any_of(completed.cbegin(), completed.cend(),
            [this](const auto &student) { return studentKey(student.student) == 0; });
}

std::vector<PgParameter> PgBatchWriter::Writing::columnsOfNew() const
{
    const StudentList &list = batch.students;
    std::vector<PgArray> columns(
        TextFields.size() + 2, PgArray(PgArray::Element::Text, std::ssize(newStudents)));
    for (const BatchDecision::NewStudent &student : newStudents) {
        addTextOrNull(columns[0], viewOf(studentId(student.row)));
        for (std::size_t i = 0; i < TextFields.size(); ++i)
            columns[i + 1].addText(viewOf(list.field(student.row, TextFields[i].first)));
        addTextOrNull(columns.back(), emailKey(list.field(student.row, StudentField::Email)));
    }
    return {columns.cbegin(), columns.cend()};
}

void PgBatchWriter::Writing::addStudents(PgConnection &connection)
{
    const PgResult lines = connection.execute(AddStudents + " RETURNING id", columnsOfNew());
    for (std::size_t i = 0; i < newStudents.size(); ++i) {
        studentKeys[static_cast<std::size_t>(newStudents[i].student)] =
            lines.number(static_cast<int>(i), 0);
    }
}

std::vector<BatchDecision::NewPlace> PgBatchWriter::Writing::placesOf(bool areKnown) const
{
    std::vector<BatchDecision::NewPlace> places;
    std::copy_if(decision.newPlaces().cbegin(), decision.newPlaces().cend(),
        std::back_inserter(places), [&](const BatchDecision::NewPlace &place) {
            return (studentKey(place.student) != 0) == areKnown;
        });
    std::sort(places.begin(), places.end(), [this](const auto &left, const auto &right) {
        return std::make_tuple(studentKey(left.student), left.student, courseKey(left))
            < std::make_tuple(studentKey(right.student), right.student, courseKey(right));
    });
    return places;
}

std::vector<PgParameter> PgBatchWriter::Writing::columnsOf(
    const std::vector<BatchDecision::NewPlace> &places, const PgArray &students) const
{
    const qsizetype count = std::ssize(places);
    PgArray courses(PgArray::Element::BigInt, count);
    PgArray waiting(PgArray::Element::Int, count);
    PgArray numbers(PgArray::Element::Int, count);
    PgArray moments(PgArray::Element::BigInt, count);
    PgArray rows(PgArray::Element::Int, count);
    for (const BatchDecision::NewPlace &place : places) {
        const StudentRegistrationResult &result = decision.results()[place.position];
        const StudentRegistration &held = *result.registration();
        courses.addNumber(courseKey(place));
        waiting.addNumber(held.waiting ? 1 : 0);
        numbers.addNumber(held.number);
        moments.addNumber(held.registeredAtMs);
        rows.addNumber(result.row + 1);
    }
    return {students, courses, waiting, numbers, moments, rows, run};
}

std::optional<PgCommand> PgBatchWriter::Writing::addStudentsWithPlaces() const
{
    if (newStudents.empty())
        return std::nullopt;
    const auto places = placesOf(false);
    PgArray positions(PgArray::Element::BigInt, std::ssize(places));
    for (const BatchDecision::NewPlace &place : places)
        positions.addNumber(positionOfNew(place.student));
    PgCommand command{AddStudentsWithPlaces, columnsOfNew()};
    std::vector<PgParameter> given = columnsOf(places, positions);
    std::move(given.begin(), given.end(), std::back_inserter(command.parameters));
    return command;
}

std::optional<PgCommand> PgBatchWriter::Writing::completeStudents() const
{
    const auto &students = decision.completedStudents();
    if (students.empty())
        return std::nullopt;
    PgArray keys(PgArray::Element::BigInt);
    std::vector<PgArray> columns(TextFields.size() + 1, PgArray(PgArray::Element::Text));
    for (const BatchDecision::CompletedStudent &student : students) {
        keys.addNumber(studentKey(student.student));
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
    const auto places = placesOf(true);
    if (places.empty())
        return std::nullopt;
    PgArray students(PgArray::Element::BigInt, std::ssize(places));
    for (const BatchDecision::NewPlace &place : places)
        students.addNumber(studentKey(place.student));
    return PgCommand{GivePlacesToKnown, columnsOf(places, students)};
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
