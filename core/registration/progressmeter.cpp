// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "progressmeter.h"

namespace Rollbook
{

namespace
{
constexpr qint64 WindowMs = 4000;
constexpr qint64 SpacingMs = 50;
} // namespace

void ProgressMeter::restart(int done)
{
    m_clock.start();
    m_samples.clear();
    m_samples.push_back({0, done});
}

void ProgressMeter::update(int done)
{
    const qint64 now = m_clock.elapsed();
    // The newest sample moves until it is far enough from the one before it.
    if (m_samples.size() > 1 && now - m_samples[m_samples.size() - 2].atMs < SpacingMs)
        m_samples.back() = {now, done};
    else
        m_samples.push_back({now, done});
    while (m_samples.size() > 2 && now - m_samples[1].atMs > WindowMs)
        m_samples.pop_front();
}

double ProgressMeter::rowsPerSecond() const
{
    if (m_samples.size() < 2)
        return 0;
    const Sample &first = m_samples.front();
    const Sample &last = m_samples.back();
    if (last.atMs <= first.atMs)
        return 0;
    return 1000.0 * (last.done - first.done) / static_cast<double>(last.atMs - first.atMs);
}

std::optional<qint64> ProgressMeter::millisecondsFor(int rowsLeft) const
{
    const double speed = rowsPerSecond();
    if (speed <= 0)
        return std::nullopt;
    return static_cast<qint64>(1000.0 * rowsLeft / speed);
}

} // namespace Rollbook
