// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulated/simulatedsettings.h"

#include "rules/letterheadcheck.h"

namespace Rollbook
{

SimulatedSettings::SimulatedSettings(SimulatedTrail &trail)
    : m_trail(trail)
{
}

Expected<Letterhead> SimulatedSettings::letterhead() const
{
    const QMutexLocker lock(&m_mutex);
    return m_letterhead;
}

Expected<void> SimulatedSettings::save(const Letterhead &letterhead)
{
    if (auto checked = checkLetterhead(letterhead); !checked)
        return checked;
    const QMutexLocker lock(&m_mutex);
    if (const auto note = noteOfLetterhead(m_letterhead, letterhead))
        m_trail.append(*note);
    m_letterhead = letterhead;
    return {};
}

} // namespace Rollbook
