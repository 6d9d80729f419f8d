// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Rollbook::Bench
{

/// Measures what the names of the rows that contain the filter promise, and prints them as a table.
/// False when a measurement failed.
bool compare(const QString &filter);

} // namespace Rollbook::Bench
