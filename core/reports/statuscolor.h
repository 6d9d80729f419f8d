// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/registration.h"

namespace Rollbook
{

/// The colour of a status in documents, 0xRRGGBB: 4.5:1 on white paper at least.
quint32 statusColor(RegistrationStatus status);

} // namespace Rollbook
