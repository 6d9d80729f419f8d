// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/audittrail.h"
#include "registration/runhistory.h"

namespace Rollbook
{

/// What an entry of the trail says of the seats and places of a student; none where it is about
/// something else, or about others.
QList<PlaceChange> placeChangesIn(const AuditEntry &entry, const Student &student);

} // namespace Rollbook
