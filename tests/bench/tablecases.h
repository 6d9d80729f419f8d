// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "benchtable.h"
#include "measurement.h"
#include "turnwatch.h"

namespace Rollbook::Bench
{

inline constexpr int StreamedRowsPerSecond = 1'000'000;
/// Longer nobody would wait: what a table has taken by then is what counts.
inline constexpr int MostStreamingMilliseconds = 20'000;

/// Outcomes stream into a visible table that is sorted by name and shows those who are registered.
/// The time, the longest gap between two turns of the GUI thread, the memory held beside the
/// roster, and how many of the outcomes are in the table.
Measurement streamIntoTable(TableKind kind, int students, Watching watching);

/// Letters are typed into the search of a table that is sorted by name: the longest time from a
/// letter to the end of the painting that shows what it found.
Measurement typeIntoSearch(TableKind kind, int students, Watching watching);

/// Both, one after the other, until the search has hits in a table full of outcomes: the longest
/// time for a letter, and the memory that all of it takes beside the roster.
Measurement searchAmongResults(TableKind kind, int students, Watching watching);

/// The table is sorted by name for the first time, collated: until the rows stand and are painted,
/// and the longest gap meanwhile.
Measurement sortTable(TableKind kind, int students, Watching watching);

} // namespace Rollbook::Bench
