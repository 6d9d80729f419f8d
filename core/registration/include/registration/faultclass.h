// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/registration.h"

namespace Rollbook
{

/// What a fault means for trying again.
enum class FaultClass : quint8 {
    None,    ///< no fault: an outcome, or a row that was not sent
    Lasting, ///< the same would happen again
    Passing, ///< of these rows or this moment: an answer that did not come, a server that stumbled
    Store,   ///< of the store as a whole: every other row would meet it too
};

/// A registrar whose server answers nobody says StoreUnavailable; TimedOut is about the rows of one
/// batch.
FaultClass faultClassOf(ReasonCode code);
FaultClass faultClassOf(const StudentRegistrationResult &result);

/// True for what is sent again by itself.
inline bool isTransient(FaultClass fault)
{
    return fault >= FaultClass::Passing;
}

/// For how long a throttling store wants to be left alone (RFC 9110, 10.2.3: Retry-After), in
/// milliseconds, at most a day; 0 where it did not say.
qint64 retryAfterMs(const RegistrationError &fault);

} // namespace Rollbook
