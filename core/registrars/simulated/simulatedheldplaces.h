// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/heldplaces.h"

namespace Rollbook
{

class SimulatedRegistrar;
class SimulatedTrail;

/// Who holds what in the simulated school. Registrar and trail must outlive it.
class SimulatedHeldPlaces : public HeldPlaces
{
public:
    SimulatedHeldPlaces(SimulatedRegistrar &registrar, SimulatedTrail &trail)
        : m_registrar(registrar)
        , m_trail(trail)
    {
    }

    Expected<QList<HeldPlace>> ofCourse(const CourseRef &course) const override;
    Expected<QList<HeldPlace>> ofStudent(const Student &student) const override;
    Expected<WithdrawnPlaces> withdraw(const QList<HeldPlace> &places) override;

private:
    SimulatedRegistrar &m_registrar;
    SimulatedTrail &m_trail;
};

} // namespace Rollbook
