// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "framemerger.h"

namespace Rollbook
{

FrameMerger::FrameMerger(QObject *parent)
    : QObject(parent)
{
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    m_frame.setInterval(Frame);
    connect(&m_frame, &QTimer::timeout, this, &FrameMerger::flush);
}

void FrameMerger::note(int first, int last)
{
    if (first > last)
        return;
    m_first = isPending() ? qMin(m_first, first) : first;
    m_last = qMax(m_last, last);
}

void FrameMerger::deliver()
{
    if (!m_frame.isActive())
        flush();
}

void FrameMerger::flush()
{
    if (!isPending())
        return;
    const int first = m_first;
    const int last = m_last;
    clear();
    m_frame.start();
    Q_EMIT due(first, last);
}

void FrameMerger::clear()
{
    m_first = 0;
    m_last = -1;
}

} // namespace Rollbook
