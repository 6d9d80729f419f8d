// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>

namespace Rollbook
{

/// Asks the system to give memory that will be used soon in pages as large as it has, where it is
/// large enough for some. A list of a million students touches 60 000 small pages, and being given
/// them one by one takes a quarter of the time of reading it. Only a wish: nothing else changes,
/// and where there are no large pages nothing happens (madvise(2), MADV_HUGEPAGE). Any thread.
void preferLargePages(void *begin, std::size_t bytes);

/// Has the system give memory that is about to be written, in one go, which takes about half as
/// long as a page at a time when it is touched. Its contents stay. Only a wish, too (madvise(2),
/// MADV_POPULATE_WRITE; Linux before 5.14 does not know it). Any thread.
void fetchPages(void *begin, std::size_t bytes);

/// Has the heap of the main thread grow by that much in one go, and keep it when it is freed.
/// Otherwise it grows and shrinks in steps of 128 KiB, and each page that is touched again costs a
/// fault: a tenth of the window's start (mallopt(3), M_TRIM_THRESHOLD). Once, in the main thread,
/// before there are others. Undoes giveBackLargePieces(), which comes after it.
void fetchHeap(std::size_t bytes);

/// Has memory of a mebibyte and more that is freed given back to the system at once. Otherwise the
/// C library keeps what a thread has once used, up to 64 MiB of it, and after a list of a million
/// students was sorted hardly anything is that large again (mallopt(3), M_MMAP_THRESHOLD). For the
/// whole process; to be called before there are other threads.
void giveBackLargePieces();

} // namespace Rollbook
