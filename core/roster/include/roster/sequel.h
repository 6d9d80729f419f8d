// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "roster/roster.h"

namespace Rollbook
{

/// What a class list says that was made of the rows of a run which did not get in, and has come
/// back.
struct RosterSequel {
    QString runId;
    /// By row of the list: which row of the run it is, -1: none, somebody has added it.
    QList<qint32> rows;

    int added() const { return static_cast<int>(rows.count(-1)); }
};

/// True when it may be one; takes no time.
bool mayBeSequel(const Roster &roster);

/// None for any other list, and for one with rows of several runs.
std::optional<RosterSequel> sequelIn(const Roster &roster);

/// A cell as it was before an apostrophe was put in front of it, so that no spreadsheet ran it as a
/// formula.
QString withoutFormulaGuard(const QString &cell);

} // namespace Rollbook
