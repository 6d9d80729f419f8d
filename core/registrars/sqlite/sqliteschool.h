// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"
#include "sqlite/sqlitefile.h"

namespace Rollbook
{

/// Opens the school in a file, which is made when it does not exist; its folder has to. Blocking.
Expected<std::unique_ptr<School>> openSqliteSchool(
    const QString &path, const SqliteOptions &options = {});

} // namespace Rollbook
