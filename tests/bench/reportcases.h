// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "measurement.h"

namespace Rollbook::Bench
{

/// A finished run of so many rows into a report with this ending. The held memory is the most that
/// it took beside the run. Pages need a QGuiApplication.
Measurement runIntoReport(const QString &ending, int rows);

/// The limits: the bytes of that report, which are there, written as safely as it is; and its
/// cells, which are there, through libxlsxwriter with constant_memory.
Measurement bytesWritten(const QString &ending, int rows);
Measurement cellsIntoWorkbook(int rows);

} // namespace Rollbook::Bench
