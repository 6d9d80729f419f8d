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

    /// A school can have many rounds: each has students, and courses, of its own.
    static QString term(unsigned round);
    static QList<Course> courses(unsigned round);
    /// Who is in the school before.
    static QList<StudentRecord> known(unsigned round);

    unsigned round;
    StudentList students;
    CourseAssignment assignment;
    QString name; ///< "list7.csv"
};

} // namespace Rollbook
