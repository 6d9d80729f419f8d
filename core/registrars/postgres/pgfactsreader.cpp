// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgfactsreader.h"

#include "postgres/pgkeptkeys.h"
#include "postgres/pgstore.h"
#include "sql/sqlvalues.h"

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

// Under these names the server keeps the keys of the students that it knows, and of the courses in
// which they hold something.
constexpr const char *KnownStudents = "known_students";
constexpr const char *TheirCourses = "their_courses";

// Of the answers, behind those about the courses of the rows.
enum Question : std::size_t {
    ByStudentId = PgCourseReader::QuestionsOfNamed,
    ByEmail,
    Places,
    Completed,
    OtherCourses,
};

PgCommand studentsWith(
    std::string_view condition, std::string_view order, const char *lock, const PgArray &wanted)
{
    const std::string question = statementText({Students, condition, " ORDER BY ", order, lock});
    return {PgKeptKeys::keeping(KnownStudents, "id::text", question, order), {wanted}};
}

PgCommand placesOfKnown()
{
    const std::string question =
        statementText({"SELECT student, course, waiting, number, registered_at, run, roster_row"
                       " FROM registrations WHERE student = ANY(",
            PgKeptKeys::kept(KnownStudents), ")"});
    return {
        PgKeptKeys::keeping(TheirCourses, "DISTINCT course::text", question, "student, course")};
}

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
    qint64 run = 0;

    void know(qint32 index)
    {
        studentIndexes.emplace(facts.students[static_cast<std::size_t>(index)].key, index);
    }
    StudentFacts &withKey(qint64 key)
    {
        return facts.students[static_cast<std::size_t>(studentIndexes.at(key))];
    }
};

PgFactsReader::PgFactsReader(const PgDatabase &database)
    : m_database(database)
    , m_locking(Locking::None)
{
}

PgFactsReader::PgFactsReader(const PgDatabase &database, std::span<const PgResult> answers)
    : m_database(database)
    , m_locking(Locking::ForRegistering)
    , m_answers(answers)
{
}

std::vector<PgCommand> PgFactsReader::questions(
    const PgBatchCourses &courses, const BatchIdentities &identities, Locking locking)
{
    PgArray ids(PgArray::Element::Text, std::ssize(identities.studentIds()));
    for (const std::string_view id : identities.studentIds())
        ids.addText(id);
    PgArray emails(PgArray::Element::Text, std::ssize(identities.emailKeys()));
    for (const std::string &key : identities.emailKeys())
        emails.addText(key);
    const char *lock = locking == Locking::ForRegistering ? " FOR NO KEY UPDATE" : "";
    std::vector<PgCommand> commands = courses.questions(locking);
    commands.push_back(studentsWith("student_id = ANY($1)", "student_id", lock, ids));
    commands.push_back(studentsWith("email_key = ANY($1)", "email_key, id", lock, emails));
    commands.push_back(placesOfKnown());
    commands.push_back(courses.completedBy(KnownStudents));
    const auto others = PgCourseReader::kept(TheirCourses);
    commands.insert(commands.end(), others.cbegin(), others.cend());
    return commands;
}

// Nearly always the list has the names of the school. Where it has not, they are found out before
// anything is locked.
std::vector<PgResult> PgFactsReader::ask(
    PgBatchCourses &courses, const BatchIdentities &identities) const
{
    PgConnection &connection = m_database.connection();
    if (m_locking == Locking::None) {
        auto answers = connection.executeAll(questions(courses, identities, m_locking));
        if (courses.takeAnswers(std::span(answers).first(PgCourseReader::QuestionsOfNamed)))
            return answers;
    }
    courses.findNames(connection);
    return connection.executeAll(questions(courses, identities, m_locking));
}

SchoolFacts PgFactsReader::read(const RegistrationBatch &batch, const BatchIdentities &identities,
    qint64 run, const StopCheck & /*stopped*/)
{
    Reading reading{{}, {}, run};
    reading.facts.students.resize(identities.studentIds().size());
    reading.facts.studentsByEmail.resize(identities.emailKeys().size());
    PgBatchCourses courses(batch);
    std::vector<PgResult> asked;
    if (m_answers.empty())
        asked = ask(courses, identities);
    const std::span<const PgResult> answers = m_answers.empty() ? asked : m_answers;
    const bool areNamed = courses.takeAnswers(answers.first(PgCourseReader::QuestionsOfNamed));
    if (!areNamed && !m_answers.empty())
        throw PgStore::Outdated();
    courses.fillIn(reading.facts);
    takeByStudentId(answers[ByStudentId], identities.studentIds(), reading);
    takeByEmail(answers[ByEmail], identities.emailKeys(), reading);
    takePlaces(answers[Places], courses, reading);
    for (int line = 0; line < answers[Completed].rows(); ++line) {
        reading.withKey(answers[Completed].number(line, 0)).completedCourses +=
            textIn(answers[Completed], line, 1);
    }
    courses.takeOthers(
        PgCourseReader::read(answers.subspan(OtherCourses, PgCourseReader::QuestionsOfKept)),
        reading.facts);
    return std::move(reading.facts);
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

void PgFactsReader::takePlaces(const PgResult &lines, PgBatchCourses &courses, Reading &reading)
{
    for (int line = 0; line < lines.rows(); ++line) {
        TakenPlace place;
        place.course = courses.indexOf(lines.number(line, 1), reading.facts);
        place.waiting = lines.number(line, 2) != 0;
        place.number = static_cast<qint32>(lines.number(line, 3));
        place.registeredAtMs = lines.number(line, 4);
        if (reading.run != 0 && lines.number(line, 5) == reading.run)
            place.rowOfThisRun = static_cast<qint32>(lines.number(line, 6)) - 1;
        reading.withKey(lines.number(line, 0)).places.push_back(place);
    }
}

} // namespace Rollbook
