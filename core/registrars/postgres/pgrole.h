// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/pgconnection.h"
#include "registration/schoolrights.h"

namespace Rollbook
{

/// What whoever is connected may do in the school of that database: by their membership in its
/// roles; Admin, too, to whom its tables belong. None where there is no school. Throws PgFault.
SchoolRole pgRole(PgConnection &connection);

} // namespace Rollbook
