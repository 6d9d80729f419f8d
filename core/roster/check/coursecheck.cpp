// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check/checkedrows.h"
#include "check/rowchecks.h"

namespace Rollbook
{

QList<RosterProblem> checkCourses(const Roster &roster)
{
    CheckedRows rows(roster);
    if (!roster.hasCourseColumn())
        return {};
    for (qint32 row = 0; row < rows.size(); ++row) {
        if (rows.text(row, StudentField::Course).isEmpty())
            rows.add(RosterProblem::Severity::Error, RosterProblem::Code::NoCourse, row,
                StudentField::Course, CheckedRows::tr("the course is missing"));
    }
    QList<RosterProblem> problems = rows.takeProblems();
    // A column that is empty from top to bottom says nothing: the course comes from elsewhere.
    if (problems.size() == rows.size())
        problems.clear();
    return problems;
}

} // namespace Rollbook
