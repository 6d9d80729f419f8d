// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "teststore.h"

namespace Rollbook
{

/// A term's work: something of each kind that a school keeps.
void fillSchool(School &school);

/// All that a school answers, a line each.
QStringList answersOf(School &school);

} // namespace Rollbook
