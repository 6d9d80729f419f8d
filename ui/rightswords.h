// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/schoolrights.h"

#include <QString>

namespace Rollbook
{

/// As whom a school is open, beside its name: "maria · may look only". Empty where the school knows
/// nobody by name.
QString whoWorksHere(const SchoolRights &rights);
/// The same in a sentence, which says what that lets them do.
QString whatTheyMayDo(const SchoolRights &rights);
/// Why nobody can be registered; empty where that is allowed.
QString whyNotRegister(const SchoolRights &rights);

} // namespace Rollbook
