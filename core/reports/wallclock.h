// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace Rollbook
{

/// Times as the clock on the wall shows them, quickly for many that are close to each other.
class WallClock
{
public:
    /// Days since 30 December 1899 (ECMA-376 part 1, 18.17.4.1).
    double serialTime(qint64 msSinceEpoch);

private:
    qint64 m_quarter = -1; ///< of an hour, since the epoch: clocks are changed at none but these
    qint64 m_offset = 0;   ///< from UTC, in milliseconds
};

} // namespace Rollbook
