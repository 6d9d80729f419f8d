// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlcoursereader.h"

#include "sql/sqlvalues.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

std::string select(const char *which)
{
    return std::string("SELECT id, code, term, title, capacity, waitlist_capacity, opens_on,"
                       " closes_on, seats_taken, waiting FROM courses ")
        + which;
}

} // namespace

SqlCourseReader::SqlCourseReader(const SqlDatabase &database)
    : m_all(database, select("ORDER BY id"))
    , m_named(database, select("WHERE code = ?1 AND term = ?2"))
    , m_withKey(database, select("WHERE id = ?1"))
    , m_meetings(
          database, "SELECT day, starts, ends FROM meetings WHERE course = ?1 ORDER BY position")
    , m_prerequisites(
          database, "SELECT code FROM prerequisites WHERE course = ?1 ORDER BY position")
    , m_freeSeats(
          database, "SELECT number FROM free_seats WHERE course = ?1 ORDER BY number LIMIT ?2")
{
}

std::vector<CourseFacts> SqlCourseReader::all()
{
    std::vector<CourseFacts> courses;
    fresh(m_all);
    while (auto course = next(m_all))
        courses.push_back(std::move(*course));
    return courses;
}

std::optional<CourseFacts> SqlCourseReader::named(const CourseRef &course)
{
    bindValue(fresh(m_named), 1, course.code);
    bindValue(m_named, 2, course.term);
    auto facts = next(m_named);
    fresh(m_named);
    return facts;
}

std::optional<CourseFacts> SqlCourseReader::withKey(qint64 key)
{
    bindValue(fresh(m_withKey), 1, key);
    auto course = next(m_withKey);
    fresh(m_withKey);
    return course;
}

void SqlCourseReader::readFreeSeats(CourseFacts &course, qint64 most)
{
    bindValue(fresh(m_freeSeats), 1, course.key);
    bindValue(m_freeSeats, 2, most);
    course.freeSeats.clear();
    while (m_freeSeats.executeStep())
        course.freeSeats.push_back(intAt(m_freeSeats, 0));
    std::reverse(course.freeSeats.begin(), course.freeSeats.end());
}

std::optional<CourseFacts> SqlCourseReader::next(SqlStatement &statement)
{
    if (!statement.executeStep())
        return std::nullopt;
    CourseFacts facts;
    facts.key = int64At(statement, 0);
    facts.course.code = textAt(statement, 1);
    facts.course.term = textAt(statement, 2);
    facts.course.title = textAt(statement, 3);
    facts.course.capacity = optionalIntAt(statement, 4);
    facts.course.waitlistCapacity = optionalIntAt(statement, 5);
    facts.course.opensOn = dateAt(statement, 6);
    facts.course.closesOn = dateAt(statement, 7);
    facts.seatsTaken = intAt(statement, 8);
    facts.waiting = intAt(statement, 9);
    bindValue(fresh(m_meetings), 1, facts.key);
    while (m_meetings.executeStep()) {
        facts.course.meets.append(
            {intAt(m_meetings, 0), QTime::fromString(textAt(m_meetings, 1), Qt::ISODate),
                QTime::fromString(textAt(m_meetings, 2), Qt::ISODate)});
    }
    bindValue(fresh(m_prerequisites), 1, facts.key);
    while (m_prerequisites.executeStep())
        facts.course.prerequisites += textAt(m_prerequisites, 0);
    return facts;
}

} // namespace Rollbook
