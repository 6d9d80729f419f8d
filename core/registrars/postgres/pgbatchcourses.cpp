// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgbatchcourses.h"

#include "rules/coursechoice.h"

#include <algorithm>

namespace Rollbook
{

PgBatchCourses::PgBatchCourses(const RegistrationBatch &batch)
    : m_batch(batch)
    , m_names(static_cast<std::size_t>(batch.courses.courses().size()))
{
    for (const qint32 row : batch.rows) {
        const int index = batch.courses.indexOf(row);
        if (index >= 0 && !m_names[static_cast<std::size_t>(index)])
            m_names[static_cast<std::size_t>(index)] = batch.courses.courses().at(index);
    }
}

void PgBatchCourses::findNames(PgConnection &connection)
{
    const PgResult lines = connection.execute("SELECT code, term FROM courses ORDER BY id");
    QList<CourseSeats> candidates;
    for (int line = 0; line < lines.rows(); ++line) {
        Course course;
        course.code = QString::fromStdString(std::string(lines.text(line, 0)));
        course.term = QString::fromStdString(std::string(lines.text(line, 1)));
        candidates.append({course, 0, 0});
    }
    const auto isThere = [&](const CourseRef &name) {
        return std::any_of(candidates.cbegin(), candidates.cend(),
            [&](const CourseSeats &seats) { return seats.course.ref() == name; });
    };
    for (auto &name : m_names) {
        if (!name || isThere(*name))
            continue;
        if (const auto chosen = chooseCourse(candidates, name->code, name->term))
            name = chosen->course.ref();
    }
}

PgBatchCourses::Names PgBatchCourses::names() const
{
    Names names;
    for (const auto &name : m_names) {
        if (!name)
            continue;
        names.codes.addText(name->code.toStdString());
        names.terms.addText(name->term.toStdString());
    }
    return names;
}

std::vector<PgCommand> PgBatchCourses::questions(PgCourseReader::Locking locking) const
{
    const Names asked = names();
    return PgCourseReader::named(asked.codes, asked.terms, m_batch.rows.size(), locking);
}

PgCommand PgBatchCourses::completedBy(std::string_view students) const
{
    const Names asked = names();
    return PgCourseReader::completedBy(students, asked.codes, asked.terms);
}

bool PgBatchCourses::takeAnswers(std::span<const PgResult> answers)
{
    m_read = PgCourseReader::read(answers);
    return std::all_of(m_names.cbegin(), m_names.cend(), [this](const auto &name) {
        return !name || std::any_of(m_read.cbegin(), m_read.cend(), [&](const CourseFacts &facts) {
            return facts.course.ref() == *name;
        });
    });
}

void PgBatchCourses::fillIn(SchoolFacts &facts)
{
    facts.courses.clear();
    facts.assignedCourses.clear();
    m_indexes.clear();
    for (const auto &name : m_names) {
        const auto found = std::find_if(m_read.cbegin(), m_read.cend(),
            [&](const CourseFacts &course) { return name && course.course.ref() == *name; });
        qint32 index = -1;
        if (found != m_read.cend()) {
            const auto next = static_cast<qint32>(facts.courses.size());
            index = m_indexes.try_emplace(found->key, next).first->second;
            if (index == next)
                facts.courses.push_back(*found);
        }
        facts.assignedCourses.push_back(index);
    }
}

qint32 PgBatchCourses::indexOf(qint64 key, SchoolFacts &facts)
{
    const auto next = static_cast<qint32>(facts.courses.size());
    const qint32 index = m_indexes.try_emplace(key, next).first->second;
    if (index == next) {
        facts.courses.emplace_back().key = key;
        m_others.push_back(index);
    }
    return index;
}

// Those of the rows are read again with them, but without what only those who register need.
void PgBatchCourses::takeOthers(std::vector<CourseFacts> &&read, SchoolFacts &facts)
{
    for (const qint32 index : m_others) {
        CourseFacts &other = facts.courses[static_cast<std::size_t>(index)];
        const auto found = std::lower_bound(read.begin(), read.end(), other.key,
            [](const CourseFacts &course, qint64 key) { return course.key < key; });
        if (found != read.end() && found->key == other.key)
            other = std::move(*found);
    }
    m_others.clear();
}

} // namespace Rollbook
