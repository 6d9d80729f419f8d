// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"

namespace Rollbook
{

/// The one course that a code, and a term where it is needed, mean: exactly as written, or with the
/// case ignored where nothing is written like that. The error names similar codes, or the terms to
/// choose from.
Expected<CourseSeats> chooseCourse(
    const QList<CourseSeats> &courses, const QString &code, const QString &term);

/// The order in which people see courses: by term, newest first, then by code.
void sortForPeople(QList<CourseSeats> &courses);

} // namespace Rollbook
