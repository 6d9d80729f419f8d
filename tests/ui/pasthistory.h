// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"

namespace Rollbook
{

/// What happened in a school some months ago: runs with a date, a person and a list of their own,
/// one of them undone.
///
/// 3 March, ines, "grade9.xlsx": Ana Muñoz and Ben Roy have seats in ART9, Cem Şahin waits, Dora
/// Roy is not registered. 20 March, omar, "chess.ods": Eve Lund and Ana have seats in CLUB9; it was
/// undone since. 2 April, ines, "grade9 late.xlsx": Dora, and Ana who had a seat.
void makePast(School &school);

/// The id of such a run in this process; they are numbered 1, 2 and 3 in the order of time.
QString pastId(int number);

} // namespace Rollbook
