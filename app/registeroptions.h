// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandline.h"
#include "progressline.h"
#include "roster/roster.h"

namespace Rollbook
{

/// What `rollbook register` was asked for, checked as far as that goes without reading anything.
struct RegisterOptions {
    QString roster;
    RosterOptions rosterOptions;
    QString course;
    QString term;
    RunOptions run;
    std::optional<int> batchSize;
    std::optional<int> batchesInFlight;
    bool dryRun = false;
    QStringList reports;
    ProgressLine::Style progress = ProgressLine::Style::None;
};

void addRegisterOptions(CommandLine &line);
Expected<RegisterOptions> readRegisterOptions(const CommandLine &line);

/// `--map FIELD=HEADER`, also of `check`.
void addMapOption(CommandLine &line);
Expected<RosterOptions> readMapOption(const CommandLine &line);

} // namespace Rollbook
