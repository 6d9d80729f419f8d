// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/schoolsettings.h"

namespace Rollbook
{

/// Whether a school may keep it; else why not.
Expected<void> checkLetterhead(const Letterhead &letterhead);

} // namespace Rollbook
