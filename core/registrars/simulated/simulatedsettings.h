// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/schoolsettings.h"
#include "simulated/simulatedaudit.h"

#include <QMutex>

namespace Rollbook
{

/// What the simulated school has settled, in memory.
class SimulatedSettings : public SchoolSettings
{
public:
    /// The trail must outlive it.
    explicit SimulatedSettings(SimulatedTrail &trail);

    Expected<Letterhead> letterhead() const override;
    Expected<void> save(const Letterhead &letterhead) override;

private:
    SimulatedTrail &m_trail;
    mutable QMutex m_mutex;
    Letterhead m_letterhead;
};

} // namespace Rollbook
