// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retrypolicy.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

using Duration = RetryLimits::Duration;

Duration doubled(Duration first, int times, Duration most)
{
    Duration wait = std::min(first, most);
    for (int i = 0; i < times && wait < most; ++i)
        wait = std::min(2 * wait, most);
    return wait;
}

} // namespace

RetryPolicy::RetryPolicy(const RetryLimits &limits)
    : m_limits(limits)
    , m_random(limits.seed ? *limits.seed : QRandomGenerator::global()->generate())
{
}

qint64 RetryPolicy::upTo(qint64 most)
{
    return static_cast<qint64>(m_random.generateDouble() * static_cast<double>(most + 1));
}

std::optional<Duration> RetryPolicy::delayAfter(int attempts, Duration spent, Duration asked)
{
    const auto most = doubled(m_limits.base, attempts - 1, m_limits.cap).count();
    const Duration wait = std::max(asked, Duration(upTo(most)));
    if (attempts >= m_limits.attempts || spent + wait > m_limits.total)
        return std::nullopt;
    return wait;
}

Duration RetryPolicy::probeDelay(int probes, Duration asked)
{
    // Half of it is fixed: a person watches these waits grow.
    const auto half = doubled(m_limits.firstProbe, probes, m_limits.lastProbe).count() / 2;
    return std::max(asked, Duration(half + upTo(half)));
}

} // namespace Rollbook
