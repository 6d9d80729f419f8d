// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/servercheck.h"

#include "postgres/pgconnection.h"
#include "postgres/pgrole.h"
#include "postgres/pgschema.h"
#include "postgres/pgserver.h"
#include "postgres/serverproblem.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

constexpr const char *Questions =
    "SELECT current_database(), to_regclass('rollbook.schema_version') IS NOT NULL,"
    " current_setting('server_version')";

QString textAt(const PgResult &result, int column)
{
    const std::string_view text = result.text(0, column);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// libpq would have refused otherwise, but does not encrypt what stays on this computer.
bool isCertainlyEncrypted(const ServerAddress &address)
{
    return address.tls != TlsMode::Off && !address.hosts.isEmpty()
        && std::none_of(address.hosts.cbegin(), address.hosts.cend(), [](const ServerHost &host) {
               return host.name.isEmpty() || host.name.startsWith(u'/');
           });
}

SchoolAge ageOf(PgConnection &connection, const QString &database)
{
    const auto checked = PgSchema::check(connection, database);
    if (checked)
        return SchoolAge::Fits;
    return checked.error().code == ErrorCode::StoreOlder ? SchoolAge::Older : SchoolAge::Newer;
}

ServerFacts factsFrom(PgConnection &connection, const ServerAddress &address)
{
    const PgResult result = connection.execute(Questions);
    ServerFacts facts;
    facts.database = textAt(result, 0);
    facts.isSchool = result.number(0, 1) != 0;
    // "15.18 (Debian 15.18-0+deb12u1)".
    facts.version = textAt(result, 2).section(u' ', 0, 0);
    facts.user = connection.user();
    facts.role = pgRole(connection);
    if (facts.isSchool)
        facts.age = ageOf(connection, facts.database);
    facts.isEncrypted = isCertainlyEncrypted(address);
    return facts;
}

} // namespace

tl::expected<ServerFacts, ServerProblem> tryServer(
    const ServerAddress &address, const QString &password, const std::stop_token &stop)
{
    try {
        PgConnection connection(
            pgAddressOf(address, password), [stop] { return !stop.stop_requested(); });
        return factsFrom(connection, address);
    } catch (const PgFault &fault) {
        return tl::unexpected(serverProblem(fault, address));
    }
}

} // namespace Rollbook
