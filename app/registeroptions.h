// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rosterchoice.h"
#include "runoutput.h"

namespace Rollbook
{

/// What `rollbook register` was asked for, checked as far as that goes without reading anything.
struct RegisterOptions {
    QList<RosterChoice> rosters; ///< at least one
    RunOptions run;
    std::optional<int> batchSize;
    std::optional<int> batchesInFlight;
    bool dryRun = false;
    RunOutput output;
};

void addRegisterOptions(CommandLine &line);
Expected<RegisterOptions> readRegisterOptions(const CommandLine &line);

} // namespace Rollbook
