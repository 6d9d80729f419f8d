// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporttask.h"

#include <QIODevice>

namespace Rollbook
{

/// Writes the results as CSV: UTF-8 with BOM, RFC 4180. A text cell that a spreadsheet would run as
/// a formula (it begins with = + - @, a tab or a carriage return) gets an apostrophe in front
/// (OWASP, "CSV Injection"). Of several runs, one after the other, the columns `roster` and `run`
/// come first. False when the device refuses, or the task is stopped.
bool writeCsvReport(const ReportTask &task, QIODevice &device);

} // namespace Rollbook
