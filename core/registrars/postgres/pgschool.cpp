// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgschool.h"

#include "postgres/pgdatabase.h"
#include "postgres/pgfault.h"
#include "postgres/pgregistrar.h"
#include "postgres/pgrole.h"
#include "postgres/pgwatch.h"
#include "sql/sqlrunaudit.h"
#include "sql/sqlschool.h"

#include <QCoreApplication>
#include <QUrl>

namespace Rollbook
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::PostgresSchool)
};

Expected<std::unique_ptr<PgConnection>> connectTo(const PgAddress &address, const QString &name,
    const PgConnection::Patience &patience, PgSchema::Wanted wanted)
{
    auto connection = std::make_unique<PgConnection>(address, patience);
    const auto checked = PgSchema::check(*connection, name, wanted);
    if (!checked)
        return tl::unexpected(checked.error());
    return connection;
}

} // namespace

QString pgSchoolName(const QString &url)
{
    const QUrl parsed(url);
    QString database = parsed.path().mid(1);
    if (parsed.host().isEmpty())
        return database;
    return Text::tr("%1 on %2", "a database on a server").arg(database, parsed.host());
}

Expected<std::unique_ptr<School>> openPgSchool(const QString &url)
{
    return openPgSchool(PgAddress{url.toStdString()}, pgSchoolName(url), {});
}

Expected<std::unique_ptr<School>> openPgSchool(
    const PgAddress &address, const QString &name, const PgConnection::Patience &patience)
{
    try {
        auto connection = connectTo(address, name, patience, PgSchema::Wanted::Work);
        if (!connection)
            return tl::unexpected(connection.error());
        SchoolRights rights{pgRole(**connection), (*connection)->user()};
        return sqlSchool(
            name, std::make_unique<PgStore>(address, name, std::move(*connection)),
            [](SqlStore &tables, SqlRunAudit &audit) {
                return std::make_unique<PgRegistrar>(static_cast<PgStore &>(tables), audit);
            },
            [address] { return std::make_unique<PgWatch>(address); }, std::move(rights));
    } catch (const PgFault &fault) {
        return tl::unexpected(postgresError(fault, name));
    }
}

Expected<std::unique_ptr<PgStore>> openPgStore(
    const PgAddress &address, const QString &name, PgSchema::Wanted wanted)
{
    try {
        auto connection = connectTo(address, name, {}, wanted);
        if (!connection)
            return tl::unexpected(connection.error());
        return std::make_unique<PgStore>(address, name, std::move(*connection));
    } catch (const PgFault &fault) {
        return tl::unexpected(postgresError(fault, name));
    }
}

Expected<void> makePgSchool(const QString &url)
{
    const QString name = pgSchoolName(url);
    const PgAddress address{url.toStdString()};
    try {
        PgConnection connection(address);
        const auto found = PgSchema::check(connection, name);
        if (found || found.error().code != ErrorCode::NotFound) {
            return fail(ErrorCode::Usage,
                Text::tr("There is a school in “%1” already. It is left as it is.").arg(name));
        }
        connection.execute("BEGIN");
        PgSchema::make(connection);
        connection.execute("SET LOCAL search_path = rollbook, pg_temp");
        PgDatabase tables(connection);
        beginAuditTrail(tables, 0);
        connection.commit();
        return {};
    } catch (const PgFault &fault) {
        return tl::unexpected(postgresError(fault, name));
    }
}

} // namespace Rollbook
