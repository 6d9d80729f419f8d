// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "measurement.h"

namespace Rollbook::Bench
{

/// What the waiting cases are about: so many rows, each of them answered so much later, in
/// milliseconds.
constexpr int WaitingStudents = 10'000;
constexpr int WaitingLatency = 20;

/// A run with so many batches in flight, each of one row; 0: all rows are in flight, in batches as
/// a web service takes them (50 rows). Without a window and a journal.
Measurement runWaiting(int inFlight);

} // namespace Rollbook::Bench
