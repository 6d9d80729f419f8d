// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statuscolor.h"

namespace Rollbook
{

quint32 statusColor(RegistrationStatus status)
{
    switch (status) {
    case RegistrationStatus::Registered:
        return 0x1B7A34;
    case RegistrationStatus::Waitlisted:
        return 0x8A5A00;
    case RegistrationStatus::AlreadyRegistered:
        return 0x1F5FBF;
    case RegistrationStatus::Rejected:
        return 0xB3261E;
    case RegistrationStatus::Failed:
        return 0x9C27B0;
    case RegistrationStatus::NotAttempted:
        return 0x5F6368;
    }
    return 0x000000;
}

} // namespace Rollbook
