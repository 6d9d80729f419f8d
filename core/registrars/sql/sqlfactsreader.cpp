// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlfactsreader.h"

#include "sql/sqlvalues.h"

#include <algorithm>
#include <unordered_map>

namespace Rollbook
{

namespace
{

// One line for each place that a student holds, or one without a place. The bits are those of
// CompletableField.
std::string selectStudents(const char *which)
{
    return std::string("SELECT s.id, s.hold,"
                       " (s.given_name = '') | ((s.family_name = '') << 1) | ((s.email = '') << 2)"
                       " | ((s.birth_date = '') << 3) | ((s.grade_level = '') << 4) | ((s.notes = "
                       "'') << 5),"
                       " r.course, r.waiting, r.number, r.registered_at, r.run, r.roster_row"
                       " FROM students s LEFT JOIN registrations r ON r.student = s.id ")
        + which;
}
enum Column { Id, Hold, EmptyFields, Course, Waiting, Number, RegisteredAt, Run, RosterRow };

constexpr std::size_t RowsBetweenStopChecks = 1024;

} // namespace

struct SqlFactsReader::Reading {
    SchoolFacts facts;
    std::unordered_map<qint64, qint32>
        studentIndexes; // by key, only where some are looked up by e-mail
    qint64 run = 0;
    const StopCheck &stopped;
};

SqlFactsReader::SqlFactsReader(const SqlDatabase &database)
    : m_courses(database)
    , m_byStudentId(database, selectStudents("WHERE s.student_id = ?1"))
    , m_byEmail(database, selectStudents("WHERE s.email_key = ?1 ORDER BY s.id"))
    , m_completed(database, "SELECT code FROM completed_courses WHERE student = ?1")
{
}

SchoolFacts SqlFactsReader::read(const RegistrationBatch &batch, const BatchIdentities &identities,
    qint64 run, const StopCheck &stopped)
{
    Reading reading{{}, {}, run, stopped};
    m_courses.read(batch, reading.facts);
    const bool prerequisites =
        std::any_of(reading.facts.courses.cbegin(), reading.facts.courses.cend(),
            [](const CourseFacts &facts) { return !facts.course.prerequisites.isEmpty(); });
    readByStudentId(identities.studentIds(), reading);
    readByEmail(identities.emailKeys(), reading);
    if (prerequisites)
        readCompletedCourses(reading);
    return std::move(reading.facts);
}

void SqlFactsReader::readByStudentId(const std::vector<std::string_view> &ids, Reading &reading)
{
    reading.facts.students.resize(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (i % RowsBetweenStopChecks == 0 && reading.stopped())
            return;
        m_text.assign(ids[i]);
        fresh(m_byStudentId).bindNoCopy(1, m_text);
        while (m_byStudentId.executeStep())
            readStudent(m_byStudentId, reading, reading.facts.students[i]);
    }
}

void SqlFactsReader::readByEmail(const std::vector<std::string> &keys, Reading &reading)
{
    reading.facts.studentsByEmail.resize(keys.size());
    if (keys.empty())
        return;
    const auto foundById = static_cast<qint32>(reading.facts.students.size());
    for (std::size_t i = 0; i < reading.facts.students.size(); ++i) {
        const StudentFacts &student = reading.facts.students[i];
        if (student.known)
            reading.studentIndexes.emplace(student.key, static_cast<qint32>(i));
    }
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i % RowsBetweenStopChecks == 0 && reading.stopped())
            return;
        std::vector<qint32> &owners = reading.facts.studentsByEmail[i];
        fresh(m_byEmail).bindNoCopy(1, keys[i]);
        while (m_byEmail.executeStep()) {
            const qint64 key = int64At(m_byEmail, Column::Id);
            const auto next = static_cast<qint32>(reading.facts.students.size());
            const qint32 index = reading.studentIndexes.try_emplace(key, next).first->second;
            if (index == next)
                reading.facts.students.emplace_back();
            if (owners.empty() || owners.back() != index)
                owners.push_back(index);
            // Whoever was found by student_id is complete already.
            if (index >= foundById) {
                readStudent(
                    m_byEmail, reading, reading.facts.students[static_cast<std::size_t>(index)]);
            }
        }
    }
}

void SqlFactsReader::readStudent(SqlStatement &statement, Reading &reading, StudentFacts &student)
{
    if (!student.known) {
        student.known = true;
        student.key = int64At(statement, Column::Id);
        student.hold = textAt(statement, Column::Hold);
        student.emptyFields = static_cast<quint8>(intAt(statement, Column::EmptyFields));
    }
    if (isNullAt(statement, Column::Course))
        return;
    TakenPlace place;
    place.course = m_courses.indexOf(int64At(statement, Column::Course), reading.facts);
    place.waiting = boolAt(statement, Column::Waiting);
    place.number = intAt(statement, Column::Number);
    place.registeredAtMs = int64At(statement, Column::RegisteredAt);
    if (reading.run != 0 && int64At(statement, Column::Run) == reading.run)
        place.rowOfThisRun = intAt(statement, Column::RosterRow) - 1;
    student.places.push_back(place);
}

void SqlFactsReader::readCompletedCourses(Reading &reading)
{
    for (std::size_t i = 0; i < reading.facts.students.size(); ++i) {
        if (i % RowsBetweenStopChecks == 0 && reading.stopped())
            return;
        StudentFacts &student = reading.facts.students[i];
        if (!student.known)
            continue;
        bindValue(fresh(m_completed), 1, student.key);
        while (m_completed.executeStep())
            student.completedCourses += textAt(m_completed, 0);
    }
}

} // namespace Rollbook
