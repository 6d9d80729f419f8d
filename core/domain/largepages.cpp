// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/largepages.h"

#include <cstdint>
#include <sys/mman.h>

namespace Rollbook
{

void preferLargePages(void *begin, std::size_t bytes)
{
    constexpr std::uintptr_t pageSize = 2U << 20U;
    // Where the first whole page begins, and the last one ends.
    const auto from = reinterpret_cast<std::uintptr_t>(begin);
    const std::uintptr_t first = (from + pageSize - 1) / pageSize * pageSize;
    const std::uintptr_t last = (from + bytes) / pageSize * pageSize;
    if (last > first)
        madvise(static_cast<char *>(begin) + (first - from), last - first, MADV_HUGEPAGE);
}

} // namespace Rollbook
