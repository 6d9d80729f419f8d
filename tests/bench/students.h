// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/studentlist.h"

namespace Rollbook::Bench
{

/// So many students, six columns and some 70 bytes each, a third of the names not ASCII.
StudentList makeStudents(int count);

/// The same with a family name of their own for nearly all of them.
StudentList makeNamedStudents(int count);
/// The same students, their identifiers in no order: as a school has them.
StudentList makeScatteredStudents(int count, int first = 0);

} // namespace Rollbook::Bench
