// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

namespace Rollbook
{

/// What scripts rely on.
enum ExitStatus {
    AllRegistered = 0,    ///< every row is registered, waitlisted or already_registered
    SomeNotRegistered = 1, ///< some row is rejected, failed or not_attempted
    WrongUsage = 2,       ///< wrong usage, unreadable roster, unknown course; nothing changed
    NoStore = 3,          ///< the store cannot be reached or opened
    Interrupted = 130,    ///< SIGINT: cancelled cleanly
};

/// The exit status for an error that ended a command.
constexpr ExitStatus exitStatusFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::StoreUnavailable:
    case ErrorCode::StoreReadOnly:
    case ErrorCode::StoreBusy:
    case ErrorCode::StoreFull:
    case ErrorCode::StoreDamaged:
    case ErrorCode::StoreNewer:
    case ErrorCode::Unsupported:
        return NoStore;
    case ErrorCode::WriteFailed:
    case ErrorCode::Internal:
        return SomeNotRegistered;
    default:
        return WrongUsage;
    }
}

} // namespace Rollbook
