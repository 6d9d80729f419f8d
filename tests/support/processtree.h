// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sys/types.h>

namespace Rollbook
{

/// Stops a child of this process, so that it can neither start further children nor see theirs end,
/// kills its children and returns when none is left. The child itself stays stopped, to be killed.
bool killChildren(pid_t parent);

} // namespace Rollbook
