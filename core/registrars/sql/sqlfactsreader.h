// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"
#include "rules/batchidentities.h"
#include "rules/facts.h"
#include "sql/sqlcoursereader.h"

#include <functional>

namespace Rollbook
{

/// Reads what the rules need to know for a batch. Throws what the database throws.
class SqlFactsReader
{
public:
    /// True when nobody wants the answer any more.
    using StopCheck = std::function<bool()>;

    explicit SqlFactsReader(const SqlDatabase &database);

    /// The facts as they are in the current transaction; run: its number in the store, 0 when it
    /// has none. Of no use once stopped() was true.
    SchoolFacts read(
        const RegistrationBatch &batch, const BatchIdentities &identities, qint64 run,
        const StopCheck &stopped = [] { return false; });

private:
    struct Reading;

    void readCourses(const RegistrationBatch &batch, Reading &reading);
    std::optional<CourseFacts> assignedCourse(const CourseRef &course);
    void readByStudentId(const std::vector<std::string_view> &ids, Reading &reading);
    void readByEmail(const std::vector<std::string> &keys, Reading &reading);
    void readStudent(SqlStatement &statement, Reading &reading, StudentFacts &student);
    qint32 courseIndex(qint64 key, Reading &reading);
    void readCompletedCourses(Reading &reading);

    SqlCourseReader m_courses;
    SqlStatement m_byStudentId;
    SqlStatement m_byEmail;
    SqlStatement m_completed;
    std::string m_text;
};

} // namespace Rollbook
