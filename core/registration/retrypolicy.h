// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/retrylimits.h"

#include <QRandomGenerator>

namespace Rollbook
{

/// When to try again: exponential backoff with full jitter (Brooker, “Exponential Backoff and
/// Jitter”, AWS Architecture Blog, 2015), so that many programs that met the same fault do not all
/// come back at the same moment. The same waits for the same seed.
class RetryPolicy
{
public:
    using Duration = RetryLimits::Duration;

    explicit RetryPolicy(const RetryLimits &limits);

    /// How long to wait after that many failed attempts (from 1), when `spent` has passed since the
    /// first of them was sent; at least as long as the store asked. None once the budget is used
    /// up.
    std::optional<Duration> delayAfter(int attempts, Duration spent, Duration asked);
    /// How long to wait before the store that is gone is tried once more, after that many tries.
    Duration probeDelay(int probes, Duration asked);

private:
    qint64 upTo(qint64 most);

    RetryLimits m_limits;
    QRandomGenerator m_random;
};

} // namespace Rollbook
