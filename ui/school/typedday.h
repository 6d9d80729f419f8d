// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QString>

namespace Rollbook
{

/// A day as people see and type it: as it is written where they live, with all digits of the year.
QString dayText(QDate day);

/// What somebody typed: as dayText() writes it, with or without leading zeros and with two digits
/// of the year, or 2026-11-30. Two digits mean the last such year that is not after `latestYear`.
/// Invalid where it is no day.
QDate typedDay(const QString &text, int latestYear);

/// The same for a day that was kept as text: where it is no ISO date, as it is.
QString keptDayText(const QString &kept);

} // namespace Rollbook
