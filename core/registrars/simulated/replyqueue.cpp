// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "replyqueue.h"

#include <algorithm>
#include <tuple>

namespace Rollbook
{

ReplyQueue::ReplyQueue()
{
    m_clock.start();
}

bool ReplyQueue::isLater(const Due &a, const Due &b)
{
    return std::tie(a.atMs, a.number) > std::tie(b.atMs, b.number);
}

void ReplyQueue::enqueue(const Handover<TimedReply> &reply)
{
    const qint64 first = m_heap.empty() ? -1 : m_heap.front().number;
    m_heap.push_back({m_clock.elapsed() + reply.value().delayMs, m_count++, reply.value()});
    std::push_heap(m_heap.begin(), m_heap.end(), isLater);
    if (m_heap.front().number != first)
        schedule();
}

void ReplyQueue::timerEvent(QTimerEvent * /*event*/)
{
    const qint64 now = m_clock.elapsed();
    while (!m_heap.empty() && m_heap.front().atMs <= now) {
        std::pop_heap(m_heap.begin(), m_heap.end(), isLater);
        TimedReply reply = std::move(m_heap.back().reply);
        m_heap.pop_back();
        reply.promise->addResult(std::move(reply.results));
        reply.promise->finish();
    }
    schedule();
}

void ReplyQueue::schedule()
{
    if (m_heap.empty()) {
        m_timer.stop();
        return;
    }
    const qint64 wait = std::max<qint64>(0, m_heap.front().atMs - m_clock.elapsed());
    m_timer.start(static_cast<int>(wait), Qt::PreciseTimer, this);
}

} // namespace Rollbook
