// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/groupsize.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

// Between them the commits are as rare as keeps them below a fifth of the time. What is done once
// for each of them counts most where many work at once, which is also when they take long.
constexpr qint64 ShortestUs = 50'000;
constexpr qint64 LongestUs = 500'000;
constexpr qint64 TotalToCommit = 5;
// One transaction in which the disk was busy with something else should not decide.
constexpr int MostGrowth = 2;

} // namespace

void GroupSize::learn(int rows, qint64 totalUs, qint64 commitUs)
{
    // A small group tells of the disk, but not of what many rows cost.
    const bool isTelling = rows >= m_rows / 2;
    if (!isTelling)
        return;
    const qint64 wantedUs = std::clamp(TotalToCommit * commitUs, ShortestUs, LongestUs);
    const qint64 fitting = rows * wantedUs / std::max<qint64>(totalUs, 1);
    const qint64 changed =
        std::clamp<qint64>(fitting, m_rows / MostGrowth, qint64{m_rows} * MostGrowth);
    m_rows = static_cast<int>(std::clamp<qint64>(changed, Fewest, Most));
}

} // namespace Rollbook
