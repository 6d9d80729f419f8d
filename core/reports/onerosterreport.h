// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporttask.h"

#include <QIODevice>

namespace Rollbook
{

/// A bundle of OneRoster 1.1 CSV files (https://www.imsglobal.org/oneroster-v11-final-csv-tables)
/// of all who hold seats, bulk: their enrollments, and what those refer to. What the standard asks
/// for and the runs do not know is the widest that is true: a term lasts the school year of its
/// runs. Ids are the same each time. False when the device refuses, or the task is stopped.
bool writeOneRosterReport(const ReportTask &task, QIODevice &device);

} // namespace Rollbook
