// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/course.h"
#include "domain/studentlist.h"

#include <QDate>

#include <optional>

namespace Rollbook
{

/// What a class list says about the course that it is for.
struct CourseHints {
    bool rowsNameCourses = false; ///< see rowsNameCourses()
    QString sheet;                ///< of a workbook; empty: none
    QString listName;             ///< the file's name, or what the list is called
};

/// A course that a list is probably for.
struct CourseGuess {
    /// What it rests on, the surest first.
    enum class Ground : quint8 {
        Rows,      ///< each row names its own
        Code,      ///< a name holds the course's code
        Title,     ///< a name holds the course's whole title
        TitleWord, ///< a name holds a word of the title: for somebody who looks at it to agree with
    };

    CourseRef course; ///< null: each row's own
    Ground ground = Ground::Rows;
};

/// True when a course column says something in at least one row. A column that is there and empty
/// says nothing.
bool rowsNameCourses(const StudentList &students);

/// Which course a list is for: the rows say it, else the sheet's name, else the list's name. In a
/// name counts a course's code as words of their own ("grade9-GO1.xlsx"; “CS-101” is also found in
/// "cs 101" and "CS101") or its whole title ("intro to golang 2026"); case and accents do not. Only
/// where no name holds either, a word of four letters or more that is in the title of one course.
///
/// Nothing is guessed rather than something wrong:
/// - Two courses in one name, such as "Chess and Choir": either may be meant, or both. (A shorter
///   code or title within a longer one is not named: “Robotics” in "Robotics Advanced".) What the
///   next name says does not settle it.
/// - One code in several terms: the term, or its year, that a name holds, too; else the only one
///   that is open for registration on `today`; else the only one with the year of `today` in its
///   term; else none, for students would be registered a year too late or too early.
std::optional<CourseGuess> guessCourse(
    const QList<CourseSeats> &courses, const CourseHints &hints, QDate today);

} // namespace Rollbook
