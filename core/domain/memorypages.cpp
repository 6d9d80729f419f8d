// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/memorypages.h"

#include <cstdint>
#include <malloc.h>
#include <memory>
#include <sys/mman.h>
#include <unistd.h>

namespace Rollbook
{

namespace
{

constexpr std::size_t SizeOfEnd = 256 << 10;

// Those that lie within it as a whole.
void adviseOnPages(void *begin, std::size_t bytes, std::uintptr_t pageSize, int advice)
{
    const auto from = reinterpret_cast<std::uintptr_t>(begin);
    const std::uintptr_t first = (from + pageSize - 1) / pageSize * pageSize;
    const std::uintptr_t last = (from + bytes) / pageSize * pageSize;
    if (last > first)
        madvise(static_cast<char *>(begin) + (first - from), last - first, advice);
}

} // namespace

void preferLargePages(void *begin, std::size_t bytes)
{
    adviseOnPages(begin, bytes, 2U << 20U, MADV_HUGEPAGE);
}

void fetchPages(void *begin, std::size_t bytes)
{
    static const auto pageSize = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    adviseOnPages(begin, bytes, pageSize, MADV_POPULATE_WRITE);
}

void fetchHeap(std::size_t bytes)
{
    // Else it would not come from the heap.
    mallopt(M_MMAP_THRESHOLD, static_cast<int>(bytes * 2));
    const auto piece = std::make_unique_for_overwrite<std::byte[]>(bytes);
    fetchPages(piece.get(), bytes);
    // Only what is free at the end of the heap is given back. Larger than anything that is free
    // before it, and never touched.
    static const auto end = std::make_unique_for_overwrite<std::byte[]>(SizeOfEnd);
}

void giveBackLargePieces()
{
    // Once it is set, it no longer grows with what is freed.
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
}

} // namespace Rollbook
