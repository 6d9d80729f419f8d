// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"

namespace Rollbook
{

/// The order in which people see students: by family name, given name, identifier, as the user's
/// language sorts them.
void sortForPeople(QList<StudentRecord> &students);

} // namespace Rollbook
