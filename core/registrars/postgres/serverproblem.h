// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/pgfault.h"
#include "registrars/servercheck.h"

namespace Rollbook
{

/// Why the server of that address could not be tried, for who typed the address.
ServerProblem serverProblem(const PgFault &fault, const ServerAddress &address);

} // namespace Rollbook
