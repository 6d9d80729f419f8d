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

void takeSteps(PgConnection &connection, int version)
{
    for (int step = version + 1; step <= PgSchema::Version; ++step) {
        connection.executeScript(
            script(QStringLiteral("%1.sql").arg(step, 4, 10, QLatin1Char('0'))));
    }
}

bool isThere(PgConnection &connection)
{
    return connection.execute("SELECT to_regclass('rollbook.schema_version') IS NOT NULL")
               .number(0, 0)
        != 0;
}

int versionOf(PgConnection &connection)
{
    return static_cast<int>(
        connection.execute("SELECT version FROM rollbook.schema_version").number(0, 0));
}

// A newer one, which has said since version 2 whom it takes.
bool takesThisProgram(PgConnection &connection)
{
    return connection.execute(PgSchema::AskForOldestProgram).number(0, 0) <= PgSchema::Version;
}

} // namespace

Expected<void> PgSchema::check(PgConnection &connection, const QString &schoolName, Wanted wanted)
{
    if (!isThere(connection)) {
        return fail(ErrorCode::NotFound,
            Text::tr("There is no school in “%1” yet. Ask who looks after the server to set it up "
                     "with “rollbook school init”.")
                .arg(schoolName));
    }
    const int version = versionOf(connection);
    if (version < Version) {
        return fail(ErrorCode::StoreOlder,
            Text::tr("“%1” is from an older Rollbook. Whoever looks after the server brings it up "
                     "to date with “rollbook school upgrade”. It takes a moment, and nobody loses "
                     "anything.")
                .arg(schoolName));
    }
    if (version > Version && (wanted == Wanted::AllTables || !takesThisProgram(connection))) {
        return fail(ErrorCode::StoreNewer,
            Text::tr("“%1” was made by a newer Rollbook. Update Rollbook on this computer.")
                .arg(schoolName));
    }
    return {};
}

Expected<void> PgSchema::checkStillFits(const PgResult &answer, const QString &schoolName)
{
    if (answer.number(0, 0) <= Version)
        return {};
    return fail(ErrorCode::StoreNewer,
        Text::tr("“%1” was brought up to date for a newer Rollbook while it was open here. Nothing "
                 "more is changed from here. Update Rollbook on this computer, then open the "
                 "school again; a run that is not finished goes on there.")
            .arg(schoolName));
}

void PgSchema::make(PgConnection &connection)
{
    connection.executeScript(script(QStringLiteral("roles.sql")));
    takeSteps(connection, 0);
}

void PgSchema::bringUpToDate(PgConnection &connection)
{
    takeSteps(connection, versionOf(connection));
}

} // namespace Rollbook
