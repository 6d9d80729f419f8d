// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "measurement.h"

namespace Rollbook::Bench
{

/// From a CSV file to committed registrations in a new school file and a CSV report.
Measurement rosterIntoSchool(int students);

/// The limit: the same rows, in memory already, by the same statements in the same batches through
/// SQLite's C API; no file is read, nothing is decided, no report is written.
Measurement statementsAlone(int students);

} // namespace Rollbook::Bench
