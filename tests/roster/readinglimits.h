// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

/// What a file may cost until it is refused, whatever is in it.
namespace ReadingLimits
{

#if defined(__has_feature)
#define ROLLBOOK_HAS_FEATURE(feature) __has_feature(feature)
#else
#define ROLLBOOK_HAS_FEATURE(feature) 0
#endif

// Sanitizers look at every access to memory and keep books of it, some twenty times as slow and
// with several times the memory: what a build costs that nobody uses says nothing of a limit. What
// never ends, or is quadratic, takes longer there too.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)                                  \
    || ROLLBOOK_HAS_FEATURE(address_sanitizer) || ROLLBOOK_HAS_FEATURE(thread_sanitizer)
constexpr bool CountMemory = false;
constexpr qint64 ProcessorMs = 60'000;
#else
constexpr bool CountMemory = true;
constexpr qint64 ProcessorMs = 2'000; ///< of all threads, so that a busy machine does not matter
#endif
constexpr qint64 Kilobytes = 300 * 1024;

#undef ROLLBOOK_HAS_FEATURE

} // namespace ReadingLimits
