// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlbatchwriter.h"

#include "sql/sqlvalues.h"

#include <algorithm>
#include <tuple>

namespace Rollbook
{

namespace
{

struct TextParameter {
    int parameter;
    StudentField field;
    quint8 bit; // CompletableField
};

constexpr int IdParameter = 1;
constexpr int EmailKeyParameter = 8;
constexpr std::array<TextParameter, 6> TextParameters{{
    {2, StudentField::GivenName, CompletableGivenName},
    {3, StudentField::FamilyName, CompletableFamilyName},
    {4, StudentField::Email, CompletableEmail},
    {5, StudentField::BirthDate, CompletableBirthDate},
    {6, StudentField::GradeLevel, CompletableGradeLevel},
    {7, StudentField::Notes, CompletableNotes},
}};

void assign(std::string &buffer, QUtf8StringView text)
{
    buffer.assign(text.data(), static_cast<std::size_t>(text.size()));
}

// NULL where there is no text.
void bindIfAny(SqlStatement &statement, int parameter, const std::string &text)
{
    if (text.empty())
        statement.bind(parameter);
    else
        statement.bindNoCopy(parameter, text);
}

} // namespace

struct SqlBatchWriter::Writing {
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
};

SqlBatchWriter::SqlBatchWriter(const SqlDatabase &database, RunningSeals &seals)
    : m_insertStudent(database,
        "INSERT INTO students (student_id, given_name, family_name, email, birth_date,"
        " grade_level, notes, email_key) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING id")
    , m_completeStudent(database,
          "UPDATE students SET given_name = coalesce(?2, given_name),"
          " family_name = coalesce(?3, family_name), email = coalesce(?4, email),"
          " birth_date = coalesce(?5, birth_date), grade_level = coalesce(?6, grade_level),"
          " notes = coalesce(?7, notes), email_key = coalesce(?8, email_key) WHERE id = ?1")
    , m_insertPlace(database,
          "INSERT INTO registrations (student, course, waiting, number, registered_at, run,"
          " roster_row) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
    , m_updateSeats(database, "UPDATE courses SET seats_taken = ?2, waiting = ?3 WHERE id = ?1")
    , m_useFreeSeats(database, "DELETE FROM free_seats WHERE course = ?1 AND number <= ?2")
    , m_results(database, SqlResultWriter::Attempts::Further, seals)
{
}

void SqlBatchWriter::write(
    const RegistrationBatch &batch, const BatchDecision &decision, qint64 run)
{
    Writing writing{batch, decision, run, {}};
    writing.studentKeys.reserve(decision.facts().students.size());
    for (const StudentFacts &student : decision.facts().students)
        writing.studentKeys.push_back(student.key);
    writeNewStudents(writing);
    writeCompletedStudents(writing);
    writePlaces(writing);
    writeSeats(writing);
    for (const StudentRegistrationResult &result : decision.results())
        m_results.write(run, batch.students, batch.courses, result);
}

void SqlBatchWriter::writeNewStudents(Writing &writing)
{
    std::vector<BatchDecision::NewStudent> students = writing.decision.newStudents();
    // The indexes of those with a student_id are in its order.
    std::sort(students.begin(), students.end(),
        [](const auto &left, const auto &right) { return left.student < right.student; });
    const StudentList &list = writing.batch.students;
    for (const BatchDecision::NewStudent &student : students) {
        assign(m_texts[0], list.field(student.row, StudentField::StudentId));
        bindIfAny(fresh(m_insertStudent), IdParameter, m_texts[0]);
        for (std::size_t i = 0; i < TextParameters.size(); ++i) {
            assign(m_texts[i + 1], list.field(student.row, TextParameters[i].field));
            m_insertStudent.bindNoCopy(TextParameters[i].parameter, m_texts[i + 1]);
        }
        m_texts.back() = emailKey(list.field(student.row, StudentField::Email));
        bindIfAny(m_insertStudent, EmailKeyParameter, m_texts.back());
        m_insertStudent.executeStep();
        writing.studentKeys[static_cast<std::size_t>(student.student)] =
            int64At(m_insertStudent, 0);
        fresh(m_insertStudent);
    }
}

void SqlBatchWriter::writeCompletedStudents(const Writing &writing)
{
    const StudentList &list = writing.batch.students;
    for (const BatchDecision::CompletedStudent &student : writing.decision.completedStudents()) {
        bindValue(fresh(m_completeStudent), IdParameter,
            writing.studentKeys[static_cast<std::size_t>(student.student)]);
        for (std::size_t i = 0; i < TextParameters.size(); ++i) {
            const TextParameter &text = TextParameters[i];
            const bool given = (student.fields & text.bit) != 0;
            assign(m_texts[i], given ? list.field(student.row, text.field) : QUtf8StringView());
            bindIfAny(m_completeStudent, text.parameter, m_texts[i]);
        }
        const bool givenEmail = (student.fields & CompletableEmail) != 0;
        m_texts.back() = givenEmail ? emailKey(list.field(student.row, StudentField::Email)) : "";
        bindIfAny(m_completeStudent, EmailKeyParameter, m_texts.back());
        m_completeStudent.exec();
    }
}

void SqlBatchWriter::writePlaces(const Writing &writing)
{
    std::vector<BatchDecision::NewPlace> places = writing.decision.newPlaces();
    std::sort(places.begin(), places.end(), [&writing](const auto &left, const auto &right) {
        return std::make_tuple(writing.studentKey(left), writing.courseKey(left))
            < std::make_tuple(writing.studentKey(right), writing.courseKey(right));
    });
    for (const BatchDecision::NewPlace &place : places) {
        const StudentRegistrationResult &result = writing.decision.results()[place.position];
        const StudentRegistration &held = *result.registration();
        bindValue(fresh(m_insertPlace), 1, writing.studentKey(place));
        bindValue(m_insertPlace, 2, writing.courseKey(place));
        m_insertPlace.bind(3, held.waiting ? 1 : 0);
        m_insertPlace.bind(4, held.number);
        bindValue(m_insertPlace, 5, held.registeredAtMs);
        bindValue(m_insertPlace, 6, writing.run);
        m_insertPlace.bind(7, result.row + 1);
        m_insertPlace.exec();
    }
}

void SqlBatchWriter::writeSeats(const Writing &writing)
{
    const std::vector<CourseFacts> &courses = writing.decision.facts().courses;
    std::vector<bool> changed(courses.size(), false);
    for (const BatchDecision::NewPlace &place : writing.decision.newPlaces())
        changed[static_cast<std::size_t>(place.course)] = true;
    for (std::size_t i = 0; i < courses.size(); ++i) {
        if (!changed[i])
            continue;
        bindValue(fresh(m_updateSeats), 1, courses[i].key);
        m_updateSeats.bind(2, courses[i].seatsTaken);
        m_updateSeats.bind(3, courses[i].waiting);
        m_updateSeats.exec();
        if (courses[i].lastFreeSeatGiven > 0) {
            bindValue(fresh(m_useFreeSeats), 1, courses[i].key);
            m_useFreeSeats.bind(2, courses[i].lastFreeSeatGiven);
            m_useFreeSeats.exec();
        }
    }
}

} // namespace Rollbook
