// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

namespace Rollbook
{

/// Makes the tables of a new school, and on a server the roles of those who may use it, by the
/// owner of the database: `postgresql://…`, or `sqlite:PATH`. Usage where there is a school
/// already, which is left as it is. Blocking.
Expected<void> setUpSchool(const QString &storeUrl);

/// Brings a school on a server, which an older Rollbook made, up to date, as the owner of its
/// tables; false: it was. Waits some seconds for those who are changing something. NotFound;
/// StoreNewer; StoreReadOnly for anybody else; Usage for a school that is not on a server.
/// Blocking.
Expected<bool> upgradeSchool(const QString &storeUrl);

} // namespace Rollbook
