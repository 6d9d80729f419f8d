// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "teststore.h"

namespace Rollbook
{

/// What one of many colleagues registers at the same time as the others: the same students mostly,
/// for the same three courses, which have not nearly enough seats. Some of the students are known,
/// some are new to all who have them; every third list has students by their e-mail address alone.
struct RaceRoster {
    /// The same for the same colleague (from 0) and round.
    RaceRoster(int colleague, unsigned round);

    static QList<Course> courses();
    /// Who is in the school before.
    static QList<StudentRecord> known();

    StudentList students;
    CourseAssignment assignment;
    QString name; ///< "list7.csv"
};

} // namespace Rollbook
