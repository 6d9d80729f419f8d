// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "measurement.h"
#include "turnwatch.h"

namespace Rollbook::Bench
{

/// A run of so many no-op registrations into the table of a visible window. Needs a QApplication.
Measurement runIntoTable(int students, Watching watching);

/// The same registrations in a plain loop, with no window.
Measurement runInLoop(int students);

} // namespace Rollbook::Bench
