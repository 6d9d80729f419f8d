// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnwatch.h"

namespace Rollbook::Bench
{

TurnWatch::TurnWatch()
{
    m_always.setInterval(0);
    connect(&m_always, &QTimer::timeout, this, &TurnWatch::turn);
}

void TurnWatch::start()
{
    m_longest = 0;
    m_sinceTurn.start();
    m_always.start();
}

double TurnWatch::stop()
{
    turn();
    m_always.stop();
    return static_cast<double>(m_longest) / 1e6;
}

void TurnWatch::turn()
{
    m_longest = qMax(m_longest, m_sinceTurn.nsecsElapsed());
    m_sinceTurn.start();
}

} // namespace Rollbook::Bench
