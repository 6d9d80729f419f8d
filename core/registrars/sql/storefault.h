// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/registration.h"

namespace Rollbook
{

/// What a store refused, for a row that could not be registered because of it.
RegistrationError faultOf(const Error &error);

} // namespace Rollbook
