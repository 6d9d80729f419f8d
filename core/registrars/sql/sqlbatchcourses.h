// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"
#include "rules/facts.h"
#include "sql/sqlcoursereader.h"

#include <unordered_map>

namespace Rollbook
{

/// Reads the courses that decide about a batch: those that its rows ask for, and others in which
/// its students hold something. Throws what the database throws.
class SqlBatchCourses
{
public:
    explicit SqlBatchCourses(const SqlDatabase &database);

    /// Begins with those that the rows ask for.
    void read(const RegistrationBatch &batch, SchoolFacts &facts);
    /// Where the course of that key stands in the facts; adds it if need be.
    qint32 indexOf(qint64 key, SchoolFacts &facts);

private:
    std::optional<CourseFacts> assigned(const CourseRef &course);

    SqlCourseReader m_courses;
    std::unordered_map<qint64, qint32> m_indexes; // by key
};

} // namespace Rollbook
