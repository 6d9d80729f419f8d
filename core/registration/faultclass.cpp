// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/faultclass.h"

#include <algorithm>

namespace Rollbook
{

FaultClass faultClassOf(ReasonCode code)
{
    switch (code) {
    case ReasonCode::StoreBusy:
    case ReasonCode::StoreUnavailable:
    case ReasonCode::StoreFull:
    case ReasonCode::StoreReadOnly:
    case ReasonCode::Throttled:
        return FaultClass::Store;
    case ReasonCode::ServerError:
    case ReasonCode::TimedOut:
    case ReasonCode::InDoubt:
        return FaultClass::Passing;
    case ReasonCode::StoreFault:
        return FaultClass::Lasting;
    default:
        return FaultClass::None;
    }
}

FaultClass faultClassOf(const StudentRegistrationResult &result)
{
    return result.status() == RegistrationStatus::Failed ? faultClassOf(result.error()->code)
                                                         : FaultClass::None;
}

qint64 retryAfterMs(const RegistrationError &fault)
{
    constexpr double longestSeconds = 86'400;
    if (fault.code != ReasonCode::Throttled)
        return 0;
    bool isNumber = false;
    const double seconds = QString(fault.argument).toDouble(&isNumber);
    // Not a number of seconds, NaN included, is as good as nothing said.
    return isNumber && seconds > 0 ? static_cast<qint64>(1000 * std::min(seconds, longestSeconds))
                                   : 0;
}

} // namespace Rollbook
