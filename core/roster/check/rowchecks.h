// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "roster/roster.h"

namespace Rollbook
{

// Each looks at all rows for one kind of thing; the problems are in no particular order. They share
// nothing but the roster, so they may run at once.

/// Rows without an identifier, and those with the identifier of an earlier row.
QList<RosterProblem> checkIdentifiers(const Roster &roster);
/// Addresses that are none, that are perhaps slips, and those of an earlier row.
QList<RosterProblem> checkEmails(const Roster &roster);
/// Missing and overlong names, and those of an earlier row with the same birth date.
QList<RosterProblem> checkNames(const Roster &roster);
/// Birth dates that are none, or can be read in two ways.
QList<RosterProblem> checkBirthDates(const Roster &roster);
/// Rows without a course, where others have one.
QList<RosterProblem> checkCourses(const Roster &roster);
/// Cells in which a program before this one has lost letters.
QList<RosterProblem> checkLetters(const Roster &roster);

} // namespace Rollbook
