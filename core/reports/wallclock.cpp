// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wallclock.h"

#include <QDateTime>

namespace Rollbook
{

double WallClock::serialTime(qint64 msSinceEpoch)
{
    constexpr qint64 MillisecondsOfQuarter = qint64{15} * 60 * 1000;
    constexpr double MillisecondsOfDay = 86'400'000;
    constexpr double DaysUntilEpoch = 25'569;
    const qint64 quarter = msSinceEpoch / MillisecondsOfQuarter;
    if (quarter != m_quarter) {
        m_quarter = quarter;
        m_offset = qint64{1000} * QDateTime::fromMSecsSinceEpoch(msSinceEpoch).offsetFromUtc();
    }
    return DaysUntilEpoch + static_cast<double>(msSinceEpoch + m_offset) / MillisecondsOfDay;
}

} // namespace Rollbook
