// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <memory>

namespace Rollbook
{

/// Tells work in another thread that nobody waits for it any more. Copies share the word.
class Canceling
{
public:
    Canceling()
        : m_canceled(std::make_shared<std::atomic_bool>(false))
    {
    }

    void cancel() { m_canceled->store(true); }
    bool isCanceled() const { return m_canceled->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic_bool> m_canceled;
};

} // namespace Rollbook
