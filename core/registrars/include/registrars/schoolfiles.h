// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"

namespace Rollbook
{

// Courses and students as files that a spreadsheet opens: delimited text in UTF-8, the first line
// names the columns, in any order. What is wrong is named by line and column. Writing is atomic:
// when it fails, a file that was there before is as it was. Blocking; may be called from any
// thread.

/// code,title,term,capacity,waitlist_capacity,opens_on,closes_on,meets,prerequisites
Expected<QList<Course>> readCourses(const QString &path);
Expected<void> writeCourses(const QString &path, const QList<Course> &courses);

/// student_id,given_name,family_name,email,birth_date,grade_level,notes,hold,completed (codes
/// separated by ";")
Expected<QList<StudentRecord>> readStudents(const QString &path);
Expected<void> writeStudents(const QString &path, const QList<StudentRecord> &students);

/// From a file into the school, all or none, and from the school into a file; how many there were.
Expected<int> importCourses(School &school, const QString &path);
Expected<int> exportCourses(School &school, const QString &path);
Expected<int> importStudents(School &school, const QString &path);
Expected<int> exportStudents(School &school, const QString &path);

} // namespace Rollbook
