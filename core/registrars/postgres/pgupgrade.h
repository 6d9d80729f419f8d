// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

namespace Rollbook
{

/// Brings a school of an older Rollbook up to date, wholly or not at all: waits for who changes or
/// reads it, and they for it. False: it was up to date. NotFound; StoreNewer; StoreBusy where
/// others hold it for too long; StoreReadOnly for anybody but the owner of the tables. Blocking.
Expected<bool> upgradePgSchool(const QString &url);

} // namespace Rollbook
