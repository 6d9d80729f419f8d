// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/pgschema.h"
#include "postgres/pgstore.h"
#include "registration/school.h"

#include <memory>

namespace Rollbook
{

/// Opens a school on a PostgreSQL server. Blocking, for some seconds where nobody answers.
Expected<std::unique_ptr<School>> openPgSchool(const QString &url);
/// The same by that name for people. The patience is that of opening alone.
Expected<std::unique_ptr<School>> openPgSchool(
    const PgAddress &address, const QString &name, const PgConnection::Patience &patience);

/// Its tables alone. Blocking, too.
Expected<std::unique_ptr<PgStore>> openPgStore(const PgAddress &address, const QString &name,
    PgSchema::Wanted wanted = PgSchema::Wanted::Work);

/// What people call the school at that address; never with what may be a password.
QString pgSchoolName(const QString &url);

/// Makes a new school in a database that has none. Blocking.
Expected<void> makePgSchool(const QString &url);

} // namespace Rollbook
