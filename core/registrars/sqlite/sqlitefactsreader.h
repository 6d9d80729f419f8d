// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"
#include "rules/batchidentities.h"
#include "rules/facts.h"
#include "sqlite/sqlitecoursereader.h"

#include <functional>

namespace Rollbook
{

/// Reads what the rules need to know for a batch. Throws SQLite::Exception.
class SqliteFactsReader
{
public:
    /// True when nobody wants the answer any more.
    using StopCheck = std::function<bool()>;

    explicit SqliteFactsReader(const SQLite::Database &database);

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
    void readStudent(SQLite::Statement &statement, Reading &reading, StudentFacts &student);
    qint32 courseIndex(qint64 key, Reading &reading);
    void readCompletedCourses(Reading &reading);

    SqliteCourseReader m_courses;
    SQLite::Statement m_byStudentId;
    SQLite::Statement m_byEmail;
    SQLite::Statement m_completed;
    std::string m_text;
};

} // namespace Rollbook
