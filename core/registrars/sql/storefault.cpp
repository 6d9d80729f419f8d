// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/storefault.h"

namespace Rollbook
{

RegistrationError faultOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::StoreBusy:
        return {RegistrationStatus::Failed, ReasonCode::StoreBusy, {}};
    case ErrorCode::StoreFull:
        return {RegistrationStatus::Failed, ReasonCode::StoreFull, {}};
    case ErrorCode::StoreUnavailable:
        return {RegistrationStatus::Failed, ReasonCode::StoreUnavailable, error.sentence};
    case ErrorCode::StoreReadOnly:
        return {RegistrationStatus::Failed, ReasonCode::StoreReadOnly, {}};
    default: // a damaged file, or one that is not what it was: only a person can mend that
        return {RegistrationStatus::Failed, ReasonCode::StoreFault, error.sentence};
    }
}

} // namespace Rollbook
