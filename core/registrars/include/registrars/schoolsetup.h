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

} // namespace Rollbook
