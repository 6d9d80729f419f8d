// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgupgrade.h"

#include "postgres/pgfault.h"
#include "postgres/pgschema.h"
#include "postgres/pgschool.h"

#include <QCoreApplication>

namespace Rollbook
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::PostgresSchool)
};

/// The way of one school from the version that it has to that of this program.
class PgUpgrade
{
public:
    explicit PgUpgrade(const QString &url)
        : m_name(pgSchoolName(url))
        , m_connection(PgAddress{url.toStdString()})
    {
    }

    // Throws PgFault.
    Expected<bool> perform()
    {
        auto isOlder = checkIsOlder();
        if (!isOlder || !*isOlder)
            return isOlder;
        const auto isOwner = checkIsOwner();
        if (!isOwner)
            return tl::unexpected(isOwner.error());
        m_connection.execute("BEGIN");
        waitToBeAlone();
        // Another one may have done it meanwhile.
        isOlder = checkIsOlder();
        if (!isOlder || !*isOlder)
            return isOlder;
        PgSchema::bringUpToDate(m_connection);
        m_connection.commit();
        return true;
    }

private:
    Expected<bool> checkIsOlder()
    {
        const auto checked = PgSchema::check(m_connection, m_name, PgSchema::Wanted::AllTables);
        if (checked)
            return false;
        if (checked.error().code == ErrorCode::StoreOlder)
            return true;
        return tl::unexpected(checked.error());
    }

    Expected<void> checkIsOwner()
    {
        const PgResult owner =
            m_connection.execute("SELECT pg_get_userbyid(relowner), pg_has_role(relowner, 'USAGE')"
                                 " FROM pg_class WHERE oid = 'rollbook.schema_version'::regclass");
        if (owner.number(0, 1) != 0)
            return {};
        return fail(ErrorCode::StoreReadOnly,
            Text::tr("Only the owner of the school “%1” can bring it up to date: the database user "
                     "“%2”, who set it up.")
                .arg(m_name, QString::fromUtf8(owner.text(0, 0))));
    }

    /// Those who change something share a lock; those who only read, that of this table.
    void waitToBeAlone()
    {
        m_connection.execute("SET LOCAL lock_timeout = '10s'");
        PgStore::waitToBeAlone(m_connection);
        m_connection.execute("LOCK TABLE rollbook.schema_version IN ACCESS EXCLUSIVE MODE");
    }

    QString m_name;
    PgConnection m_connection;
};

} // namespace

Expected<bool> upgradePgSchool(const QString &url)
{
    try {
        return PgUpgrade(url).perform();
    } catch (const PgFault &fault) {
        return tl::unexpected(postgresError(fault, pgSchoolName(url)));
    }
}

} // namespace Rollbook
