// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandline.h"

namespace Rollbook
{

/// --student, --course, --by, --from and --to, which with --status say which runs are listed.
void addRunFilterOptions(CommandLine &line);
/// True when one of them is given, whatever --status says.
bool filtersRuns(const CommandLine &line);
/// `runs list`: the runs, newest first, a line each; with --student a line for each row found.
int listRuns(School &school, const QString &run, const CommandLine &line);

} // namespace Rollbook
