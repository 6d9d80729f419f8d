// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rosterproblems.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

struct ByRow {
    bool operator()(const RosterProblem &problem, int row) const { return problem.row < row; }
    bool operator()(int row, const RosterProblem &problem) const { return row < problem.row; }
};

} // namespace

std::span<const RosterProblem> problemsOfRow(const Roster &roster, int row)
{
    const auto range =
        std::equal_range(roster.problems.cbegin(), roster.problems.cend(), row, ByRow{});
    return {range.first, range.second};
}

QList<RowState> statesOfRoster(const Roster &roster, const QSet<qint32> &leftOut)
{
    QList<RowState> states(roster.size(), RowState::Ready);
    for (const RosterProblem &problem : roster.problems) {
        const bool known = problem.row >= 0 && problem.row < states.size();
        if (known && problem.severity == RosterProblem::Severity::Error)
            states[problem.row] = RowState::Problem;
    }
    for (const qint32 row : leftOut) {
        if (row >= 0 && row < states.size())
            states[row] = RowState::LeftOut;
    }
    return states;
}

RowSet rowsWithProblems(const Roster &roster)
{
    RowSet rows(static_cast<std::size_t>(roster.size()));
    for (const RosterProblem &problem : roster.problems) {
        if (problem.row >= 0 && problem.row < roster.size())
            rows.insert(static_cast<std::size_t>(problem.row));
    }
    return rows;
}

} // namespace Rollbook
