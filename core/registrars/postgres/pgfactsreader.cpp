// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgfactsreader.h"

#include "sql/sqlvalues.h"

#include <algorithm>
#include <unordered_map>

namespace Rollbook
{

namespace
{

// The bits are those of CompletableField.
constexpr const char *Students =
    "SELECT id, hold, CASE given_name WHEN '' THEN 1 ELSE 0 END"
    " + CASE family_name WHEN '' THEN 2 ELSE 0 END + CASE email WHEN '' THEN 4 ELSE 0 END"
    " + CASE birth_date WHEN '' THEN 8 ELSE 0 END + CASE grade_level WHEN '' THEN 16 ELSE 0 END"
    " + CASE notes WHEN '' THEN 32 ELSE 0 END, student_id, email_key FROM students WHERE ";
enum Column { Id, Hold, EmptyFields, StudentId, EmailKey };

QString textIn(const PgResult &lines, int line, int column)
{
    const std::string_view text = lines.text(line, column);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

void takeStudent(const PgResult &lines, int line, StudentFacts &student)
{
    student.known = true;
    student.key = lines.number(line, Id);
    student.hold = textIn(lines, line, Hold);
    student.emptyFields = static_cast<quint8>(lines.number(line, EmptyFields));
}

} // namespace

struct PgFactsReader::Reading {
    SchoolFacts facts;
    std::unordered_map<qint64, qint32> studentIndexes; // by key
    PgArray studentKeys{PgArray::Element::BigInt};
    qint64 run = 0;
    const StopCheck &stopped;

    void know(qint32 index)
    {
        const qint64 key = facts.students[static_cast<std::size_t>(index)].key;
        if (studentIndexes.emplace(key, index).second)
            studentKeys.addNumber(key);
    }
    StudentFacts &withKey(qint64 key)
    {
        return facts.students[static_cast<std::size_t>(studentIndexes.at(key))];
    }
};

PgFactsReader::PgFactsReader(const PgDatabase &database, Locking locking)
    : m_connection(database.connection())
    , m_locking(locking)
    , m_courses(database)
{
}

std::string PgFactsReader::students(const char *which) const
{
    return statementText(
        {Students, which, m_locking == Locking::ForRegistering ? " FOR NO KEY UPDATE" : ""});
}

SchoolFacts PgFactsReader::read(const RegistrationBatch &batch, const BatchIdentities &identities,
    qint64 run, const StopCheck &stopped)
{
    Reading reading{{}, {}, PgArray(PgArray::Element::BigInt), run, stopped};
    readCourses(batch, reading.facts);
    const bool prerequisites =
        std::any_of(reading.facts.courses.cbegin(), reading.facts.courses.cend(),
            [](const CourseFacts &facts) { return !facts.course.prerequisites.isEmpty(); });
    if (!stopped())
        readByStudentId(identities.studentIds(), reading);
    reading.facts.students.resize(identities.studentIds().size());
    if (!stopped())
        readByEmail(identities.emailKeys(), reading);
    reading.facts.studentsByEmail.resize(identities.emailKeys().size());
    if (reading.studentKeys.size() == 0 || stopped())
        return std::move(reading.facts);
    readPlaces(reading);
    if (prerequisites)
        readCompletedCourses(reading);
    return std::move(reading.facts);
}

// Which courses are meant is read first, and what they are like once nobody else can change it.
void PgFactsReader::readCourses(const RegistrationBatch &batch, SchoolFacts &facts)
{
    m_courses.read(batch, facts);
    if (m_locking == Locking::None || facts.courses.empty())
        return;
    PgArray keys(PgArray::Element::BigInt);
    for (const CourseFacts &course : facts.courses)
        keys.addNumber(course.key);
    m_connection.execute(
        "SELECT id FROM courses WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE", {keys});
    m_courses.read(batch, facts);
}

void PgFactsReader::readByStudentId(const std::vector<std::string_view> &ids, Reading &reading)
{
    reading.facts.students.resize(ids.size());
    if (ids.empty())
        return;
    PgArray wanted(PgArray::Element::Text, static_cast<qsizetype>(ids.size()));
    for (const std::string_view id : ids)
        wanted.addText(id);
    const PgResult lines =
        m_connection.execute(students("student_id = ANY($1) ORDER BY student_id"), {wanted});
    std::size_t at = 0;
    for (int line = 0; line < lines.rows(); ++line) {
        // Both are in the order of their bytes; U+0000 came back as another letter.
        const std::string_view id = lines.text(line, StudentId);
        while (at < ids.size() && ids[at] != id && withoutNul(ids[at]) != id)
            ++at;
        if (at == ids.size())
            break;
        takeStudent(lines, line, reading.facts.students[at]);
        reading.know(static_cast<qint32>(at));
    }
}

void PgFactsReader::readByEmail(const std::vector<std::string> &keys, Reading &reading)
{
    reading.facts.studentsByEmail.resize(keys.size());
    if (keys.empty())
        return;
    PgArray wanted(PgArray::Element::Text, static_cast<qsizetype>(keys.size()));
    for (const std::string &key : keys)
        wanted.addText(key);
    const PgResult lines =
        m_connection.execute(students("email_key = ANY($1) ORDER BY email_key, id"), {wanted});
    std::size_t at = 0;
    for (int line = 0; line < lines.rows(); ++line) {
        const std::string_view email = lines.text(line, EmailKey);
        while (at < keys.size() && keys[at] != email && withoutNul(keys[at]) != email)
            ++at;
        if (at == keys.size())
            break;
        const auto known = reading.studentIndexes.find(lines.number(line, Id));
        qint32 index = 0;
        if (known != reading.studentIndexes.cend()) {
            index = known->second;
        } else {
            index = static_cast<qint32>(reading.facts.students.size());
            takeStudent(lines, line, reading.facts.students.emplace_back());
            reading.know(index);
        }
        reading.facts.studentsByEmail[at].push_back(index);
    }
}

void PgFactsReader::readPlaces(Reading &reading)
{
    const PgResult lines = m_connection.execute(
        "SELECT student, course, waiting, number, registered_at, run, roster_row"
        " FROM registrations WHERE student = ANY($1) ORDER BY student, course",
        {reading.studentKeys});
    for (int line = 0; line < lines.rows(); ++line) {
        TakenPlace place;
        place.course = m_courses.indexOf(lines.number(line, 1), reading.facts);
        place.waiting = lines.number(line, 2) != 0;
        place.number = static_cast<qint32>(lines.number(line, 3));
        place.registeredAtMs = lines.number(line, 4);
        if (reading.run != 0 && lines.number(line, 5) == reading.run)
            place.rowOfThisRun = static_cast<qint32>(lines.number(line, 6)) - 1;
        reading.withKey(lines.number(line, 0)).places.push_back(place);
    }
}

void PgFactsReader::readCompletedCourses(Reading &reading)
{
    const PgResult lines =
        m_connection.execute("SELECT student, code FROM completed_courses WHERE student = ANY($1)"
                             " ORDER BY student, code",
            {reading.studentKeys});
    for (int line = 0; line < lines.rows(); ++line)
        reading.withKey(lines.number(line, 0)).completedCourses += textIn(lines, line, 1);
}

} // namespace Rollbook
