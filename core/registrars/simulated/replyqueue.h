// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"

#include <QPromise>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace Rollbook
{

/// An answer that waits for its time.
struct TimedReply {
    std::chrono::milliseconds delay{0};
    std::shared_ptr<QPromise<RegistrationResults>> promise;
    RegistrationResults results;
};

/// Gives answers when their time has come: thousands of them on one thread, to some fifty
/// microseconds, where a QTimer knows milliseconds. Those that wait when it is destroyed end
/// cancelled.
class ReplyQueue
{
public:
    ReplyQueue();
    ~ReplyQueue();
    Q_DISABLE_COPY_MOVE(ReplyQueue)

    /// Any thread.
    void enqueue(TimedReply reply);

private:
    using Clock = std::chrono::steady_clock;
    struct Due {
        Clock::time_point at;
        qint64 number; // the earlier asked, the earlier answered
        TimedReply reply;
    };
    static bool isLater(const Due &a, const Due &b);
    void answer(const std::stop_token &stop);
    std::vector<TimedReply> takeDue();

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    qint64 m_count = 0;
    std::vector<Due> m_heap;
    std::jthread m_thread; // the last: it uses the others
};

} // namespace Rollbook
