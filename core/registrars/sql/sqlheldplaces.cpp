// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlheldplaces.h"

#include "rules/batchidentities.h"
#include "rules/promotion.h"
#include "rules/removal.h"
#include "sql/sqlauditwriter.h"
#include "sql/sqlcoursereader.h"
#include "sql/sqlvalues.h"
#include "sql/sqlwithdrawal.h"

#include <set>

namespace Rollbook
{

namespace
{

/// Places with the student, the course and the run. `which` has one value, ?1.
QList<HeldPlace> readPlaces(const SqlDatabase &database, const char *which, qint64 key)
{
    SqlStatement lines(database,
        std::string("SELECT coalesce(s.student_id, ''), s.given_name, s.family_name, s.email,"
                    " s.birth_date, s.grade_level, s.notes, c.code, c.term, r.waiting, r.number,"
                    " r.registered_at, runs.id, r.roster_row FROM registrations r"
                    " JOIN students s ON s.id = r.student JOIN courses c ON c.id = r.course"
                    " JOIN runs ON runs.number = r.run WHERE ")
            + which);
    bindValue(lines, 1, key);
    QList<HeldPlace> places;
    while (lines.executeStep()) {
        places.append({{textAt(lines, 0), textAt(lines, 1), textAt(lines, 2), textAt(lines, 3),
                           textAt(lines, 4), textAt(lines, 5), textAt(lines, 6)},
            {textAt(lines, 7), textAt(lines, 8)}, boolAt(lines, 9), intAt(lines, 10),
            int64At(lines, 11), textAt(lines, 12), intAt(lines, 13)});
    }
    sortForPeople(places);
    return places;
}

/// Finds what is still held as it is said. Throws what the database throws.
class PlaceFinder
{
public:
    explicit PlaceFinder(const SqlDatabase &database)
        : m_students(database)
        , m_courses(database)
        , m_same(database,
              "SELECT 1 FROM registrations WHERE student = ?1 AND course = ?2 AND waiting = ?3"
              " AND number = ?4")
    {
    }

    std::optional<SqlPlace> stillHeld(const HeldPlace &place)
    {
        const auto course = m_courses.named(place.course);
        const qint64 student = m_students.of(place.student);
        if (!course || student == 0)
            return std::nullopt;
        bindValue(fresh(m_same), 1, student);
        bindValue(m_same, 2, course->key);
        m_same.bind(3, place.waiting ? 1 : 0);
        m_same.bind(4, place.number);
        if (!m_same.executeStep())
            return std::nullopt;
        return SqlPlace{student, course->key, place.waiting};
    }

private:
    SqlStudentKeys m_students;
    SqlCourseReader m_courses;
    SqlStatement m_same;
};

WithdrawnPlaces withdrawFrom(SqlDatabase &database, const QList<HeldPlace> &places)
{
    WithdrawnPlaces answer;
    std::set<SqlPlace> held;
    {
        PlaceFinder finder(database);
        for (const HeldPlace &place : places) {
            const auto found = finder.stillHeld(place);
            const bool isTaken = found && held.insert(*found).second;
            (isTaken ? answer.withdrawn : answer.changed) += place;
        }
    }
    SqlWithdrawal(database).takeBack({held.cbegin(), held.cend()});
    return answer;
}

} // namespace

SqlStudentKeys::SqlStudentKeys(const SqlDatabase &database)
    : m_withId(database, "SELECT id FROM students WHERE student_id = ?1")
    , m_withEmail(database, "SELECT id FROM students WHERE email_key = ?1 AND student_id IS NULL")
{
}

qint64 SqlStudentKeys::of(const Student &student)
{
    SqlStatement &statement = student.studentId.isEmpty() ? m_withEmail : m_withId;
    if (student.studentId.isEmpty())
        fresh(statement).bind(1, emailKey(student.email.toUtf8()));
    else
        bindValue(fresh(statement), 1, student.studentId);
    const qint64 key = statement.executeStep() ? int64At(statement, 0) : 0;
    fresh(statement);
    return key;
}

QList<HeldPlace> placesOfStudent(const SqlDatabase &database, qint64 student)
{
    return readPlaces(database, "r.student = ?1", student);
}

SqlHeldPlaces::SqlHeldPlaces(SqlStore &store)
    : m_store(store)
{
}

Expected<QList<HeldPlace>> SqlHeldPlaces::ofCourse(const CourseRef &course) const
{
    auto places = m_store.read([&course](SqlDatabase &database) -> Expected<QList<HeldPlace>> {
        const auto known = SqlCourseReader(database).named(course);
        if (!known)
            return tl::unexpected(noSuchCourse(course));
        return readPlaces(database, "r.course = ?1", known->key);
    });
    return places ? std::move(*places) : tl::unexpected(places.error());
}

Expected<QList<HeldPlace>> SqlHeldPlaces::ofStudent(const Student &student) const
{
    return m_store.read([&student](SqlDatabase &database) {
        return placesOfStudent(database, SqlStudentKeys(database).of(student));
    });
}

Expected<WithdrawnPlaces> SqlHeldPlaces::withdraw(const QList<HeldPlace> &places)
{
    WithdrawnPlaces answer;
    const auto changed = m_store.change([&](SqlDatabase &database) -> Expected<void> {
        answer = withdrawFrom(database, places);
        if (!answer.withdrawn.isEmpty())
            SqlAuditWriter(database).append(noteOfWithdrawal(answer.withdrawn));
        return {};
    });
    if (!changed)
        return tl::unexpected(changed.error());
    return answer;
}

} // namespace Rollbook
