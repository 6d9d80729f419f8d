// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <optional>

namespace Rollbook
{

/// How patiently what failed for a passing fault is sent again.
struct RetryLimits {
    using Duration = std::chrono::milliseconds;

    int attempts = 5;           ///< of a batch in all, the first included
    Duration total{15'000};     ///< of a batch, from the sending that failed first
    Duration base{100};         ///< the longest wait before the second attempt; doubles from there
    Duration cap{5'000};        ///< no wait is longer, unless the store asks for it
    Duration firstProbe{1'000}; ///< while the store is gone: from here to lastProbe
    Duration lastProbe{30'000};
    std::optional<unsigned> seed = {}; ///< of the jitter; of chance where there is none
};

} // namespace Rollbook
