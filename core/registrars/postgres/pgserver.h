// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/pgaddress.h"
#include "registrars/serveraddress.h"

namespace Rollbook
{

/// The address as libpq takes it. A certificate is checked against the file that the address, the
/// environment or the person's own folder names, and where none does against the authorities that
/// this computer trusts, which libpq does not do by itself.
PgAddress pgAddressOf(const ServerAddress &address, const QString &password);

} // namespace Rollbook
