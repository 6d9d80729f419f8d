// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/heldplaces.h"

namespace Rollbook
{

class SimulatedRegistrar;

/// Who holds what in the simulated school. The registrar must outlive it.
class SimulatedHeldPlaces : public HeldPlaces
{
public:
    explicit SimulatedHeldPlaces(SimulatedRegistrar &registrar)
        : m_registrar(registrar)
    {
    }

    Expected<QList<HeldPlace>> ofCourse(const CourseRef &course) const override;
    Expected<QList<HeldPlace>> ofStudent(const Student &student) const override;
    Expected<WithdrawnPlaces> withdraw(const QList<HeldPlace> &places) override;

private:
    SimulatedRegistrar &m_registrar;
};

} // namespace Rollbook
