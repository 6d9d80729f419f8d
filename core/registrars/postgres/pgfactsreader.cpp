// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgfactsreader.h"

#include "sql/sqlvalues.h"

#include <algorithm>
#include <set>
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
    reading.facts.students.resize(identities.studentIds().size());
    reading.facts.studentsByEmail.resize(identities.emailKeys().size());
    // What courses are like is read once nobody else can change it.
    std::vector<PgCommand> commands;
    if (m_locking == Locking::ForRegistering)
        commands.push_back(lockCourses(batch));
    commands.push_back(findByStudentId(identities.studentIds()));
    commands.push_back(findByEmail(identities.emailKeys()));
    const std::vector<PgResult> answers = m_connection.executeAll(commands);
    m_courses.read(batch, reading.facts);
    takeByStudentId(answers[answers.size() - 2], identities.studentIds(), reading);
    takeByEmail(answers.back(), identities.emailKeys(), reading);
    if (reading.studentKeys.size() == 0 || stopped())
        return std::move(reading.facts);
    readPlaces(reading);
    const bool prerequisites =
        std::any_of(reading.facts.courses.cbegin(), reading.facts.courses.cend(),
            [](const CourseFacts &facts) { return !facts.course.prerequisites.isEmpty(); });
    if (prerequisites)
        readCompletedCourses(reading);
    return std::move(reading.facts);
}

PgCommand PgFactsReader::lockCourses(const RegistrationBatch &batch)
{
    PgArray keys(PgArray::Element::BigInt);
    for (const qint64 key : courseKeys(batch))
        keys.addNumber(key);
    return {"SELECT id FROM courses WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE", {keys}};
}

// Nearly always the list names them exactly, which is one question.
std::vector<qint64> PgFactsReader::courseKeys(const RegistrationBatch &batch)
{
    std::set<int> asked;
    for (const qint32 row : batch.rows)
        asked.insert(batch.courses.indexOf(row));
    asked.erase(-1);
    PgArray codes(PgArray::Element::Text);
    PgArray terms(PgArray::Element::Text);
    for (const int index : asked) {
        codes.addText(batch.courses.courses().at(index).code.toStdString());
        terms.addText(batch.courses.courses().at(index).term.toStdString());
    }
    const PgResult exact = m_connection.execute(
        "SELECT id FROM courses"
        " WHERE (code, term) IN (SELECT * FROM unnest($1::text[], $2::text[]))",
        {codes, terms});
    std::vector<qint64> keys;
    if (exact.rows() == static_cast<int>(asked.size())) {
        for (int line = 0; line < exact.rows(); ++line)
            keys.push_back(exact.number(line, 0));
        return keys;
    }
    SchoolFacts facts;
    m_courses.read(batch, facts);
    for (const CourseFacts &course : facts.courses)
        keys.push_back(course.key);
    return keys;
}

PgCommand PgFactsReader::findByStudentId(const std::vector<std::string_view> &ids) const
{
    PgArray wanted(PgArray::Element::Text, std::ssize(ids));
    for (const std::string_view id : ids)
        wanted.addText(id);
    return {students("student_id = ANY($1) ORDER BY student_id"), {wanted}};
}

PgCommand PgFactsReader::findByEmail(const std::vector<std::string> &keys) const
{
    PgArray wanted(PgArray::Element::Text, std::ssize(keys));
    for (const std::string &key : keys)
        wanted.addText(key);
    return {students("email_key = ANY($1) ORDER BY email_key, id"), {wanted}};
}

void PgFactsReader::takeByStudentId(
    const PgResult &lines, const std::vector<std::string_view> &ids, Reading &reading)
{
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

void PgFactsReader::takeByEmail(
    const PgResult &lines, const std::vector<std::string> &keys, Reading &reading)
{
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
