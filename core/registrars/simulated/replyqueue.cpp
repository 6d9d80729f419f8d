// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "replyqueue.h"

#include <algorithm>
#include <tuple>

namespace Rollbook
{

ReplyQueue::ReplyQueue()
    : m_thread([this](const std::stop_token &stop) { answer(stop); })
{
}

ReplyQueue::~ReplyQueue() = default;

bool ReplyQueue::isLater(const Due &a, const Due &b)
{
    return std::tie(a.at, a.number) > std::tie(b.at, b.number);
}

void ReplyQueue::enqueue(TimedReply reply)
{
    const Clock::time_point at = Clock::now() + reply.delay;
    const std::lock_guard lock(m_mutex);
    const qint64 number = m_count++;
    m_heap.push_back({at, number, std::move(reply)});
    std::push_heap(m_heap.begin(), m_heap.end(), isLater);
    if (m_heap.front().number == number)
        m_changed.notify_one();
}

void ReplyQueue::answer(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        for (TimedReply &reply : takeDue()) {
            reply.promise->addResult(std::move(reply.results));
            reply.promise->finish();
        }
        std::unique_lock lock(m_mutex);
        if (m_heap.empty()) {
            m_changed.wait(lock, stop, [this] { return !m_heap.empty(); });
        } else {
            const Clock::time_point at = m_heap.front().at;
            const qint64 first = m_heap.front().number;
            m_changed.wait_until(
                lock, stop, at, [this, first] { return m_heap.front().number != first; });
        }
    }
}

std::vector<TimedReply> ReplyQueue::takeDue()
{
    std::vector<TimedReply> due;
    const std::lock_guard lock(m_mutex);
    const Clock::time_point now = Clock::now();
    while (!m_heap.empty() && m_heap.front().at <= now) {
        std::pop_heap(m_heap.begin(), m_heap.end(), isLater);
        due.push_back(std::move(m_heap.back().reply));
        m_heap.pop_back();
    }
    return due;
}

} // namespace Rollbook
