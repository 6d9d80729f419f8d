// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlbatchcourses.h"

#include "rules/coursechoice.h"

namespace Rollbook
{

SqlBatchCourses::SqlBatchCourses(const SqlDatabase &database)
    : m_courses(database)
{
}

void SqlBatchCourses::read(const RegistrationBatch &batch, SchoolFacts &facts)
{
    facts.courses.clear();
    facts.assignedCourses.clear();
    m_indexes.clear();
    const QList<CourseRef> &asked = batch.courses.courses();
    std::vector<bool> wanted(static_cast<std::size_t>(asked.size()), false);
    for (const qint32 row : batch.rows) {
        const int index = batch.courses.indexOf(row);
        if (index >= 0)
            wanted[static_cast<std::size_t>(index)] = true;
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        qint32 index = -1;
        if (wanted[i]) {
            if (auto course = this->assigned(asked[static_cast<qsizetype>(i)])) {
                const auto next = static_cast<qint32>(facts.courses.size());
                index = m_indexes.try_emplace(course->key, next).first->second;
                if (index == next) {
                    m_courses.readFreeSeats(*course, batch.rows.size());
                    facts.courses.push_back(std::move(*course));
                }
            }
        }
        facts.assignedCourses.push_back(index);
    }
}

std::optional<CourseFacts> SqlBatchCourses::assigned(const CourseRef &course)
{
    if (auto exact = m_courses.named(course))
        return exact;
    QList<CourseSeats> candidates;
    const std::vector<CourseFacts> all = m_courses.all();
    for (const CourseFacts &facts : all)
        candidates.append({facts.course, facts.seatsTaken, facts.waiting});
    const auto chosen = chooseCourse(candidates, course.code, course.term);
    return chosen ? m_courses.named(chosen->course.ref()) : std::nullopt;
}

qint32 SqlBatchCourses::indexOf(qint64 key, SchoolFacts &facts)
{
    const auto next = static_cast<qint32>(facts.courses.size());
    const qint32 index = m_indexes.try_emplace(key, next).first->second;
    if (index == next)
        facts.courses.push_back(m_courses.withKey(key).value());
    return index;
}

} // namespace Rollbook
