// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "measurement.h"

namespace Rollbook::Bench
{

/// From a CSV file to committed registrations in a new school file and a CSV report.
Measurement rosterIntoSchool(int students);

/// Registers a list that is in memory already, journal and all.
Measurement listIntoSchool(int students);

/// The limit: the same by the same statements in the same batches through SQLite's C API; nothing
/// is decided.
Measurement statementsAlone(int students);

} // namespace Rollbook::Bench
