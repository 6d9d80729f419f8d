// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

namespace Rollbook
{

/// Opens the window, with the rosters named in the arguments. Returns the exit status.
int runWindow(int argc, char **argv);

/// In a window of its own, as there is no other; returns the exit status. Needs the application.
int showSchoolProblem(const Error &error);

} // namespace Rollbook
