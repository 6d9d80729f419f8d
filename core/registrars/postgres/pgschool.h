// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/pgaddress.h"
#include "registration/school.h"

#include <memory>

namespace Rollbook
{

/// Opens a school on a PostgreSQL server. Blocking, for some seconds where nobody answers.
Expected<std::unique_ptr<School>> openPgSchool(const QString &url);
/// The same by that name for people.
Expected<std::unique_ptr<School>> openPgSchool(const PgAddress &address, const QString &name);

/// Makes a new school in a database that has none. Blocking.
Expected<void> makePgSchool(const QString &url);

} // namespace Rollbook
