// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"

#include <QByteArray>

#include <array>

namespace Rollbook
{

/// The columns of every report, in order.
inline constexpr std::array<const char *, 11> ReportColumns{"roster_row", "student_id",
    "given_name", "family_name", "email", "course", "status", "detail", "registered_at", "attempts",
    "duration_ms"};

// Places among them.
inline constexpr std::size_t StateColumn = 6;
inline constexpr std::size_t TimeColumn = 8;

/// One row of a report as UTF-8, in the order of ReportColumns.
using ReportCells = std::array<QByteArray, ReportColumns.size()>;

/// Which of the columns are numbers; the others are text.
inline constexpr bool isNumberColumn(std::size_t column)
{
    return column == 0 || column >= 9;
}

ReportCells reportCells(
    const RegisterStudentsResults &results, const StudentRegistrationResult &result);

/// ISO 8601 in UTC, empty for 0.
QByteArray isoTime(qint64 msSinceEpoch);

/// A text that a spreadsheet would run as a formula with an apostrophe before it, which makes it a
/// text there; any other as it is.
QByteArray neutralised(QByteArray cell);

} // namespace Rollbook
