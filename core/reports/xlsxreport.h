// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporttask.h"

#include <QIODevice>

namespace Rollbook
{

/// A workbook (ECMA-376) for people: a sheet with the figures of the runs and a chart of them, and
/// a sheet with all rows of each run; a run with more rows than a sheet takes has several. Memory
/// does not grow with the rows. False when it cannot be written whole.
bool writeXlsxReport(const ReportTask &task, QIODevice &device);

} // namespace Rollbook
