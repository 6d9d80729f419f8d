// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/heldplaces.h"

namespace Rollbook
{

// Why a course or a student cannot be removed.

Error courseIsInUse(const CourseRef &course, int seatsTaken, int waiting);
Error noSuchStudent(const Student &student);
Error studentHolds(const Student &student, const QList<HeldPlace> &places);

/// The order in which people see places: seats before waiting lists, then by course, newest term
/// first, then by number.
void sortForPeople(QList<HeldPlace> &places);

} // namespace Rollbook
