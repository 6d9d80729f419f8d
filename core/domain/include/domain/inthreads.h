// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QThread>

#include <algorithm>
#include <atomic>
#include <future>
#include <vector>

namespace Rollbook
{

/// Calls `doOne(0)` … `doOne(count - 1)`, each once, in this thread and as many others as the
/// machine has processors for, and returns when all have returned; those with a smaller number
/// begin earlier. They must not wait for each other: where no further thread can be had, this one
/// does it all. Threads of their own, not of a pool, which whoever reads a list in the background
/// may fill.
template <typename DoOne>
void inThreads(std::size_t count, const DoOne &doOne)
{
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            doOne(i);
    };
    const auto processors = static_cast<std::size_t>(std::max(QThread::idealThreadCount(), 1));
    std::vector<std::future<void>> others;
    for (std::size_t thread = 1; thread < std::min(processors, count); ++thread)
        others.push_back(std::async(std::launch::async | std::launch::deferred, work));
    work();
    for (std::future<void> &other : others)
        other.get();
}

} // namespace Rollbook
