// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/runturns.h"

#include <algorithm>

namespace Rollbook
{

RunTurns::RunTurns(qint32 lists, int atOnce)
    : m_lists(lists)
    , m_atOnce(atOnce)
{
}

void RunTurns::setOrder(const RunOrder::Waits &order)
{
    m_order = order;
    passOver();
}

std::optional<qint32> RunTurns::next() const
{
    if (atWork().size() >= m_atOnce)
        return std::nullopt;
    for (qint32 list = 0; list < m_lists.size(); ++list) {
        if (isWaiting(list) && mayBegin(list))
            return list;
    }
    return std::nullopt;
}

bool RunTurns::mayBegin(qint32 list) const
{
    const auto hasEnded = [this](qint32 before) { return m_lists[before].phase == Phase::Ended; };
    const bool waitsForAll = !m_order || m_lists[list].standsAlone;
    for (qint32 before = 0; before < list; ++before) {
        if ((waitsForAll || m_lists[before].standsAlone) && !hasEnded(before))
            return false;
    }
    if (waitsForAll)
        return true;
    const QList<qint32> &earlier = m_order->at(list);
    return std::all_of(earlier.cbegin(), earlier.cend(), hasEnded);
}

void RunTurns::begin(qint32 list)
{
    m_lists[list].phase = Phase::AtWork;
}

void RunTurns::putBack(qint32 list)
{
    m_lists[list].phase = Phase::Waiting;
}

void RunTurns::end(qint32 list)
{
    m_lists[list].phase = Phase::Ended;
    passOver();
}

void RunTurns::standAlone(qint32 list)
{
    m_lists[list].standsAlone = true;
}

void RunTurns::leaveOut(qint32 list)
{
    m_lists[list] = {Phase::LeftOut, false};
    passOver();
}

void RunTurns::leaveTheRest()
{
    for (List &list : m_lists) {
        if (list.phase == Phase::Waiting || list.phase == Phase::LeftOut)
            list.phase = Phase::Dropped;
    }
}

// Each waits for earlier ones only, so one pass finds all.
void RunTurns::passOver()
{
    for (qint32 list = 0; list < m_lists.size(); ++list) {
        if (m_lists[list].phase == Phase::LeftOut && mayBegin(list))
            m_lists[list].phase = Phase::Ended;
    }
}

QList<qint32> RunTurns::atWork() const
{
    QList<qint32> lists;
    for (qint32 list = 0; list < m_lists.size(); ++list) {
        if (isAtWork(list))
            lists += list;
    }
    return lists;
}

int RunTurns::ended() const
{
    return static_cast<int>(std::count_if(m_lists.cbegin(), m_lists.cend(),
        [](const List &list) { return list.phase == Phase::Ended; }));
}

bool RunTurns::isOver() const
{
    return std::none_of(m_lists.cbegin(), m_lists.cend(), [](const List &list) {
        return list.phase == Phase::Waiting || list.phase == Phase::AtWork;
    });
}

} // namespace Rollbook
