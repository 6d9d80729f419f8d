// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqliteschool.h"

#include "sql/sqlschool.h"
#include "sqlite/sqliteregistrar.h"
#include "sqlite/sqlitestore.h"

#include <QFileInfo>

namespace Rollbook
{

Expected<std::unique_ptr<School>> openSqliteSchool(
    const QString &path, const SqliteOptions &options)
{
    const SqliteFile file(path, options);
    auto database = file.openForWriting();
    if (!database)
        return tl::unexpected(database.error());
    return sqlSchool(QFileInfo(file.path()).completeBaseName(),
        std::make_unique<SqliteStore>(file, std::move(*database)),
        [](SqlStore &store, SqlRunAudit &audit) {
            return std::make_unique<SqliteRegistrar>(store, audit);
        });
}

} // namespace Rollbook
