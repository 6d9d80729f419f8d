// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlplacesnow.h"

#include "rules/batchidentities.h"
#include "rules/coursechoice.h"
#include "sql/sqlvalues.h"

namespace Rollbook
{

SqlPlacesNow::SqlPlacesNow(const SqlDatabase &database, const RegisterStudentsResults &then)
    : m_then(then)
    , m_courses(database)
    , m_withId(database, "SELECT id FROM students WHERE student_id = ?1")
    , m_withEmail(database, "SELECT id FROM students WHERE email_key = ?1")
    , m_place(database,
          "SELECT r.waiting, r.number, runs.id FROM registrations r"
          " JOIN runs ON runs.number = r.run WHERE r.student = ?1 AND r.course = ?2")
{
    // Outcomes that could not be written are missing from what is recorded.
    SqlStatement recorded(database,
        "SELECT roster_row FROM run_results WHERE run = (SELECT number FROM runs WHERE id = ?1)"
        " ORDER BY roster_row");
    bindValue(recorded, 1, then.run.id);
    std::unordered_map<int, qint32> rows;
    while (recorded.executeStep())
        rows.emplace(intAt(recorded, 0), static_cast<qint32>(rows.size()));
    // All registrations are looked at: an index by run would slow down each run that registers.
    SqlStatement given(database,
        "SELECT roster_row, student, course, waiting, number FROM registrations"
        " WHERE run = (SELECT number FROM runs WHERE id = ?1)");
    bindValue(given, 1, then.run.id);
    while (given.executeStep()) {
        Found found{{}, int64At(given, 1), int64At(given, 2)};
        found.place.held = true;
        found.place.byThisRow = true;
        found.place.waiting = boolAt(given, 3);
        found.place.number = intAt(given, 4);
        if (const auto row = rows.find(intAt(given, 0)); row != rows.end())
            m_given.emplace(row->second, std::move(found));
    }
    const QList<CourseRef> &courses = then.courses.courses();
    for (const CourseRef &course : courses)
        m_courseKeys.push_back(findCourse(course));
}

SqlPlacesNow::Found SqlPlacesNow::of(const StudentRegistrationResult &result)
{
    const StudentRegistration *given = result.registration();
    if (!given || given->status == RegistrationStatus::AlreadyRegistered)
        return {};
    const auto found = m_given.find(result.row);
    return found == m_given.end() ? Found{elsewhere(result.row), 0, 0} : found->second;
}

// The place is not held any more as this run gave it.
PlaceNow SqlPlacesNow::elsewhere(qint32 row)
{
    PlaceNow now;
    const qint64 course = courseAsked(row);
    now.courseExists = course != 0;
    if (!now.courseExists)
        return now;
    for (const qint64 student : studentsOf(row)) {
        bindValue(fresh(m_place), 1, student);
        bindValue(m_place, 2, course);
        if (m_place.executeStep()) {
            now.held = true;
            now.waiting = boolAt(m_place, 0);
            now.number = intAt(m_place, 1);
            now.run = textAt(m_place, 2);
        }
    }
    return now;
}

qint64 SqlPlacesNow::courseAsked(qint32 row)
{
    const int index = m_then.courses.indexOf(row);
    return index < 0 ? 0 : m_courseKeys[static_cast<std::size_t>(index)];
}

std::vector<qint64> SqlPlacesNow::studentsOf(qint32 row)
{
    const QString id = m_then.students.text(row, StudentField::StudentId);
    SqlStatement &statement = id.isEmpty() ? m_withEmail : m_withId;
    if (id.isEmpty())
        fresh(statement).bind(1, emailKey(m_then.students.field(row, StudentField::Email)));
    else
        bindValue(fresh(statement), 1, id);
    std::vector<qint64> students;
    while (statement.executeStep())
        students.push_back(int64At(statement, 0));
    return students;
}

// As it was found when the run registered.
qint64 SqlPlacesNow::findCourse(const CourseRef &course)
{
    if (const auto exact = m_courses.named(course))
        return exact->key;
    QList<CourseSeats> candidates;
    const std::vector<CourseFacts> all = m_courses.all();
    for (const CourseFacts &facts : all)
        candidates.append({facts.course, facts.seatsTaken, facts.waiting});
    const auto chosen = chooseCourse(candidates, course.code, course.term);
    if (!chosen)
        return 0;
    const auto facts = m_courses.named(chosen->course.ref());
    return facts ? facts->key : 0;
}

} // namespace Rollbook
