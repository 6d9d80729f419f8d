// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgrole.h"

namespace Rollbook
{

namespace
{

// A role that the server does not have is nobody's. A superuser has all of them.
constexpr const char *Question =
    "SELECT coalesce(CASE WHEN pg_has_role(session_user, owner, 'USAGE') THEN 3 ELSE"
    " (SELECT max(CASE rolname WHEN 'rollbook_viewer' THEN 1 WHEN 'rollbook_registrar' THEN 2"
    " ELSE 3 END) FROM pg_catalog.pg_roles"
    " WHERE rolname IN ('rollbook_viewer', 'rollbook_registrar', 'rollbook_admin')"
    " AND pg_has_role(session_user, oid, 'USAGE')) END, 0)"
    " FROM (SELECT relowner FROM pg_catalog.pg_class"
    " WHERE oid = to_regclass('rollbook.schema_version')) AS school (owner)";

} // namespace

SchoolRole pgRole(PgConnection &connection)
{
    const PgResult answer = connection.execute(Question);
    return answer.rows() == 0 ? SchoolRole::None : static_cast<SchoolRole>(answer.number(0, 0));
}

} // namespace Rollbook
