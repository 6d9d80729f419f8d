// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandline.h"
#include "domain/run.h"

#include <optional>

namespace Rollbook
{

/// --row and --status: which rows of a run are tried again.
void addRowsToRetryOptions(CommandLine &line);
bool choosesRows(const CommandLine &line);

/// The chosen rows of that run, from 0, none where the options do not say; an error for a row that
/// is not there or has nothing to try again. Rows chosen by their status may be none at all.
Expected<std::optional<QList<qint32>>> readRowsToRetry(
    const CommandLine &line, const RegisterStudentsResults &soFar);

} // namespace Rollbook
