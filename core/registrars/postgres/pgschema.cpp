// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgschema.h"

#include <QCoreApplication>
#include <QFile>

namespace Rollbook
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::PostgresSchool)
};

std::string script(const QString &name)
{
    QFile file(QStringLiteral(":/schema/postgresql/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The schema %s is missing.", qPrintable(name));
    return file.readAll().toStdString();
}

} // namespace

Expected<void> PgSchema::check(PgConnection &connection, const QString &schoolName)
{
    const bool isThere =
        connection.execute("SELECT to_regclass('rollbook.schema_version') IS NOT NULL").number(0, 0)
        != 0;
    if (!isThere) {
        return fail(ErrorCode::NotFound,
            Text::tr("There is no school in “%1” yet. Ask who looks after the server to set it up "
                     "with “rollbook school init”.")
                .arg(schoolName));
    }
    const qint64 version =
        connection.execute("SELECT version FROM rollbook.schema_version").number(0, 0);
    if (version > Version) {
        return fail(ErrorCode::StoreNewer,
            Text::tr("“%1” was made by a newer Rollbook. Update Rollbook on this computer.")
                .arg(schoolName));
    }
    return {};
}

void PgSchema::make(PgConnection &connection)
{
    connection.executeScript(script(QStringLiteral("roles.sql")));
    connection.executeScript(script(QStringLiteral("0001.sql")));
}

} // namespace Rollbook
