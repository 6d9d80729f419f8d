// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "domain/run.h"

namespace Rollbook
{

/// What scripts rely on.
enum ExitStatus {
    AllRegistered = 0,     ///< every row is registered, waitlisted or already_registered
    SomeNotRegistered = 1, ///< some row is rejected, failed or not_attempted; a file was not
                           ///< written; the history was changed
    WrongUsage = 2,        ///< wrong usage, unreadable roster, unknown course; nothing changed
    NoStore = 3,           ///< the store cannot be reached or opened
    Interrupted = 130,     ///< SIGINT: cancelled cleanly
};

/// The exit status for an error that ended a command.
ExitStatus exitStatusFor(ErrorCode code);

/// The exit status of a run that came to an end, or of a plan.
ExitStatus exitStatusFor(const StatusCounts &counts);
ExitStatus exitStatusFor(const RegisterStudentsResults &results);

/// Of several runs the one that needs somebody most: interrupted, no store, not all registered.
int worst(int one, int other);

/// The statuses as --help explains them.
QString exitStatusHelp();

} // namespace Rollbook
