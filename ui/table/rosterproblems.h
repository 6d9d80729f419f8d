// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "roster/roster.h"
#include "rowset.h"
#include "table/rowstate.h"

#include <QSet>

#include <span>

namespace Rollbook
{

/// What is wrong with one row, in the order of the roster's problems; borrowed from it.
std::span<const RosterProblem> problemsOfRow(const Roster &roster, int row);

/// For each row Problem, LeftOut or Ready.
QList<RowState> statesOfRoster(const Roster &roster, const QSet<qint32> &leftOut = {});

/// The rows that something is said about, be it an error or a warning.
RowSet rowsWithProblems(const Roster &roster);

} // namespace Rollbook
