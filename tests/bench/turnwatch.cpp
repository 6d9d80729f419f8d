// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnwatch.h"

#include <chrono>

namespace Rollbook::Bench
{

namespace
{

constexpr std::chrono::milliseconds BetweenTurns{1};

} // namespace

TurnWatch::TurnWatch()
{
    m_next.setTimerType(Qt::PreciseTimer);
    m_next.setInterval(BetweenTurns);
    connect(&m_next, &QTimer::timeout, this, &TurnWatch::turn);
}

void TurnWatch::start()
{
    m_longest = 0;
    m_sinceTurn.start();
    m_next.start();
}

double TurnWatch::stop()
{
    turn();
    m_next.stop();
    return static_cast<double>(m_longest) / 1e6;
}

void TurnWatch::turn()
{
    m_longest = qMax(m_longest, m_sinceTurn.nsecsElapsed());
    m_sinceTurn.start();
}

} // namespace Rollbook::Bench
