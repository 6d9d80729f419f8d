// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runorder.h"

#include <optional>

namespace Rollbook
{

/// Whose turn it is among lists that are registered together: the first whose place in the order
/// lets it begin, while there are not too many at work. Lists are numbered from 0, in their order.
class RunTurns
{
public:
    /// None at all.
    RunTurns() = default;
    /// So many lists; until there is an order each waits for all before it.
    RunTurns(qint32 lists, int atOnce);

    void setOrder(const RunOrder::Waits &order);

    /// The list that is to begin now.
    std::optional<qint32> next() const;
    void begin(qint32 list);
    /// It did not begin after all, and waits again.
    void putBack(qint32 list);
    void end(qint32 list);

    /// It is not what it was when the order was made: it waits for all before it, and those after
    /// it that have not begun wait for it.
    void standAlone(qint32 list);
    /// It will not begin; others need not wait for it, but still for those it waited for.
    void leaveOut(qint32 list);
    /// Of those that wait none will begin.
    void leaveTheRest();

    int atOnce() const { return m_atOnce; }
    bool isWaiting(qint32 list) const { return m_lists.at(list).phase == Phase::Waiting; }
    bool isAtWork(qint32 list) const { return m_lists.at(list).phase == Phase::AtWork; }
    QList<qint32> atWork() const; ///< ascending
    int ended() const;            ///< how many, with those left out whose turn has gone by
    /// None is at work, and none will begin.
    bool isOver() const;

private:
    enum class Phase : quint8 { Waiting, LeftOut, AtWork, Ended, Dropped };
    struct List {
        Phase phase = Phase::Waiting;
        bool standsAlone = false;
    };

    bool mayBegin(qint32 list) const;
    void passOver();

    QList<List> m_lists;
    int m_atOnce = 1;
    std::optional<RunOrder::Waits> m_order;
};

} // namespace Rollbook
