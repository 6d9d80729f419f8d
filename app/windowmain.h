// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Rollbook
{

/// Opens the window, with the rosters named in the arguments. Returns the exit status.
int runWindow(int argc, char **argv);

} // namespace Rollbook
