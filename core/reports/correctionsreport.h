// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporttask.h"

#include <QIODevice>

namespace Rollbook
{

/// Writes the rows that did not get in, to be corrected and dropped again (see CorrectionRows), as
/// text in UTF-8 with BOM (RFC 4180); false when the device does not take it or it was stopped.
/// What a spreadsheet would run as a formula has an apostrophe in front.
bool writeCorrectionsCsv(const ReportTask &task, QIODevice &device);
/// The same as a workbook in which every cell is text.
bool writeCorrectionsXlsx(const ReportTask &task, QIODevice &device);

} // namespace Rollbook
