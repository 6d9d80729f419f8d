// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exitstatus.h"

#include "commandline.h"

#include <algorithm>

namespace Rollbook
{

ExitStatus exitStatusFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::StoreUnavailable:
    case ErrorCode::StoreReadOnly:
    case ErrorCode::StoreBusy:
    case ErrorCode::StoreFull:
    case ErrorCode::StoreDamaged:
    case ErrorCode::StoreNewer:
    case ErrorCode::StoreOlder:
    case ErrorCode::Unsupported:
        return NoStore;
    case ErrorCode::WriteFailed:
    case ErrorCode::Cancelled:
    case ErrorCode::Internal:
        return SomeNotRegistered;
    case ErrorCode::Usage:
    case ErrorCode::FileUnreadable:
    case ErrorCode::NotARoster:
    case ErrorCode::UnknownCourse:
    case ErrorCode::InvalidData:
    case ErrorCode::NotFound:
        break;
    }
    return WrongUsage;
}

ExitStatus exitStatusFor(const StatusCounts &counts)
{
    const int missing = counts[RegistrationStatus::Rejected] + counts[RegistrationStatus::Failed]
        + counts[RegistrationStatus::NotAttempted];
    return missing == 0 ? AllRegistered : SomeNotRegistered;
}

ExitStatus exitStatusFor(const RegisterStudentsResults &results)
{
    if (results.run.state == RunState::Cancelled)
        return Interrupted;
    // A store that was lost before it took a single row might as well not have been there.
    const bool nothingSent = results.run.counts[RegistrationStatus::NotAttempted]
            + results.run.counts[RegistrationStatus::Rejected]
        == results.run.counts.total();
    if (results.run.state == RunState::Stopped && results.problem && nothingSent)
        return exitStatusFor(results.problem->code);
    return exitStatusFor(results.run.counts);
}

int worst(int one, int other)
{
    // What is worse has the greater number.
    return std::max(one, other);
}

QString exitStatusHelp()
{
    return CommandLine::tr(
        "Exit status:\n"
        "  0    all students are registered or on a waiting list\n"
        "  1    some are not, a report or export could not be written, or “runs verify” found "
        "that\n"
        "       the history was changed\n"
        "  2    wrong usage, an unreadable class list or an unknown course; nothing was changed\n"
        "  3    the school cannot be reached or opened\n"
        "  130  interrupted; what was on its way was waited for briefly, the reports are written");
}

} // namespace Rollbook
