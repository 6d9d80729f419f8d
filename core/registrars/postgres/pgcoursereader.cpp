// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgcoursereader.h"

#include "postgres/pgkeptkeys.h"
#include "sql/sqlvalues.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

// An array of keys that is found out first: the lines are then locked in the order of their keys.
constexpr const char *KeysOfNamed = "ARRAY(SELECT id FROM courses WHERE (code, term) IN"
                                    " (SELECT * FROM unnest($1::text[], $2::text[])))";

std::vector<PgCommand> questionsAbout(
    std::string_view keys, const std::vector<PgParameter> &parameters, std::string_view lock)
{
    return {
        {statementText({"SELECT id, code, term, title, capacity, waitlist_capacity, opens_on,"
                        " closes_on, seats_taken, waiting FROM courses WHERE id = ANY(",
             keys, ") ORDER BY id", lock}),
            parameters},
        {statementText({"SELECT course, day, starts, ends FROM meetings WHERE course = ANY(", keys,
             ") ORDER BY course, position"}),
            parameters},
        {statementText({"SELECT course, code FROM prerequisites WHERE course = ANY(", keys,
             ") ORDER BY course, position"}),
            parameters},
    };
}

PgCommand freeSeatsOf(std::string_view keys, std::vector<PgParameter> parameters, qint64 most)
{
    parameters.emplace_back(most);
    return {statementText({"SELECT f.course, f.number FROM unnest(", keys,
                ") AS c (id) CROSS JOIN LATERAL (SELECT course, number FROM free_seats"
                " WHERE course = c.id ORDER BY number LIMIT $3) AS f"
                " ORDER BY f.course, f.number DESC"}),
        std::move(parameters)};
}

QString textAt(const PgResult &lines, int line, int column)
{
    const std::string_view text = lines.text(line, column);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::optional<int> optionalIntAt(const PgResult &lines, int line, int column)
{
    if (lines.isNull(line, column))
        return std::nullopt;
    return static_cast<int>(lines.number(line, column));
}

QDate dateAt(const PgResult &lines, int line, int column)
{
    return QDate::fromString(textAt(lines, line, column), Qt::ISODate);
}

CourseFacts courseAt(const PgResult &lines, int line)
{
    CourseFacts facts;
    facts.key = lines.number(line, 0);
    facts.course.code = textAt(lines, line, 1);
    facts.course.term = textAt(lines, line, 2);
    facts.course.title = textAt(lines, line, 3);
    facts.course.capacity = optionalIntAt(lines, line, 4);
    facts.course.waitlistCapacity = optionalIntAt(lines, line, 5);
    facts.course.opensOn = dateAt(lines, line, 6);
    facts.course.closesOn = dateAt(lines, line, 7);
    facts.seatsTaken = static_cast<int>(lines.number(line, 8));
    facts.waiting = static_cast<int>(lines.number(line, 9));
    return facts;
}

/// Calls take(course, line) for each line about one of the courses; both are in the order of keys.
template <typename Take>
void forEachLine(const PgResult &lines, std::vector<CourseFacts> &courses, Take take)
{
    auto course = courses.begin();
    for (int line = 0; line < lines.rows(); ++line) {
        while (course != courses.end() && course->key < lines.number(line, 0))
            ++course;
        if (course == courses.end())
            return;
        if (course->key == lines.number(line, 0))
            take(*course, line);
    }
}

} // namespace

std::vector<PgCommand> PgCourseReader::named(
    const PgArray &codes, const PgArray &terms, qint64 mostFreeSeats, Locking locking)
{
    const std::vector<PgParameter> names{codes, terms};
    std::vector<PgCommand> questions = questionsAbout(
        KeysOfNamed, names, locking == Locking::ForRegistering ? " FOR NO KEY UPDATE" : "");
    questions.push_back(freeSeatsOf(KeysOfNamed, names, mostFreeSeats));
    return questions;
}

std::vector<PgCommand> PgCourseReader::kept(std::string_view name)
{
    return questionsAbout(PgKeptKeys::kept(name), {}, "");
}

PgCommand PgCourseReader::completedBy(
    std::string_view students, const PgArray &codes, const PgArray &terms)
{
    return {statementText({"SELECT student, code FROM completed_courses WHERE student = ANY(",
                PgKeptKeys::kept(students),
                ") AND EXISTS (SELECT FROM prerequisites WHERE course = ANY(", KeysOfNamed,
                ")) ORDER BY student, code"}),
        {codes, terms}};
}

std::vector<CourseFacts> PgCourseReader::read(std::span<const PgResult> answers)
{
    std::vector<CourseFacts> courses;
    courses.reserve(static_cast<std::size_t>(answers[0].rows()));
    for (int line = 0; line < answers[0].rows(); ++line)
        courses.push_back(courseAt(answers[0], line));
    forEachLine(answers[1], courses, [&](CourseFacts &facts, int line) {
        facts.course.meets.append({static_cast<int>(answers[1].number(line, 1)),
            QTime::fromString(textAt(answers[1], line, 2), Qt::ISODate),
            QTime::fromString(textAt(answers[1], line, 3), Qt::ISODate)});
    });
    forEachLine(answers[2], courses, [&](CourseFacts &facts, int line) {
        facts.course.prerequisites += textAt(answers[2], line, 1);
    });
    if (answers.size() == QuestionsOfNamed) {
        forEachLine(answers[3], courses, [&](CourseFacts &facts, int line) {
            facts.freeSeats.push_back(static_cast<qint32>(answers[3].number(line, 1)));
        });
    }
    return courses;
}

} // namespace Rollbook
