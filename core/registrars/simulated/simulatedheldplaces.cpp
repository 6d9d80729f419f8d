// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulated/simulatedheldplaces.h"

#include "rules/removal.h"
#include "simulated/simulatedaudit.h"
#include "simulated/simulatedregistrar.h"

namespace Rollbook
{

// Any course that is asked for exists here.
Expected<QList<HeldPlace>> SimulatedHeldPlaces::ofCourse(const CourseRef &course) const
{
    QList<HeldPlace> places = m_registrar.placesIn(course);
    sortForPeople(places);
    return places;
}

Expected<QList<HeldPlace>> SimulatedHeldPlaces::ofStudent(const Student &student) const
{
    QList<HeldPlace> places = m_registrar.placesOf(student);
    sortForPeople(places);
    return places;
}

Expected<WithdrawnPlaces> SimulatedHeldPlaces::withdraw(const QList<HeldPlace> &places)
{
    WithdrawnPlaces answer = m_registrar.withdraw(places);
    if (!answer.withdrawn.isEmpty())
        m_trail.append(noteOfWithdrawal(answer.withdrawn));
    return answer;
}

} // namespace Rollbook
