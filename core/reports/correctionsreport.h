// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporttask.h"

#include <QIODevice>

namespace Rollbook
{

/// Corrections (see there) as CSV: UTF-8 with BOM, RFC 4180. False when the device refuses, or the
/// task is stopped.
bool writeCorrectionsCsv(const ReportTask &task, QIODevice &device);

/// The same as a workbook of one sheet, all of it text.
bool writeCorrectionsXlsx(const ReportTask &task, QIODevice &device);

} // namespace Rollbook
