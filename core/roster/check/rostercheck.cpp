// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check/rowchecks.h"

#include "domain/inthreads.h"
#include "rostertext.h"

#include <algorithm>
#include <array>

namespace Rollbook
{

namespace
{

using Check = QList<RosterProblem> (*)(const Roster &roster);

// Those that take longest go first, so that the others go beside them …
constexpr std::array<Check, 6> Checks{
    checkNames, checkEmails, checkIdentifiers, checkBirthDates, checkLetters, checkCourses};
// … and this is the order in which the problems of a row are told.
constexpr std::array<std::size_t, Checks.size()> Told{2, 1, 0, 5, 4, 3};
// A list that is shorter is checked before other threads would have begun.
constexpr int RowsWorthThreads = 2000;

} // namespace

QString RosterProblem::sentence(const QStringList &headers) const
{
    const QString header = headers.value(column);
    return header.isEmpty()
        ? Text::tr("Row %1: %2.").arg(QString::number(row + 1), what)
        : Text::tr("Row %1, column “%2”: %3.").arg(QString::number(row + 1), header, what);
}

QList<RosterProblem> checkRoster(const Roster &roster)
{
    QList<RosterProblem> problems;
    // What only the reader saw stays.
    for (const RosterProblem &problem : roster.problems) {
        if (problem.code == RosterProblem::Code::TooManyCells)
            problems += problem;
    }
    const auto found = [&roster](Check check) { return check(roster); };
    std::array<QList<RosterProblem>, Checks.size()> all;
    if (roster.size() < RowsWorthThreads)
        std::transform(Checks.begin(), Checks.end(), all.begin(), found);
    else
        inThreads(all.size(), [&](std::size_t check) { all[check] = found(Checks[check]); });
    for (const std::size_t check : Told)
        problems += all[check];
    std::stable_sort(problems.begin(), problems.end(),
        [](const RosterProblem &a, const RosterProblem &b) { return a.row < b.row; });
    return problems;
}

} // namespace Rollbook
