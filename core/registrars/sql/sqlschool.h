// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"
#include "sql/sqlstore.h"

namespace Rollbook
{

class SqlRunAudit;

using MakeRegistrar =
    std::function<std::unique_ptr<Registrar>(SqlStore &store, SqlRunAudit &audit)>;

using MakeWatch = std::function<std::unique_ptr<SchoolWatch>()>;

/// A school in the tables of a store. Its registrar is the store's own: how many rows are written
/// at once, and in which way, is what databases differ in most.
/// makeWatch: none where nobody else uses it.
std::unique_ptr<School> sqlSchool(QString displayName, std::unique_ptr<SqlStore> store,
    const MakeRegistrar &makeRegistrar, MakeWatch makeWatch = {}, SchoolRights rights = {});

} // namespace Rollbook
