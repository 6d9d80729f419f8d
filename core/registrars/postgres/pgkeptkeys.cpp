// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgkeptkeys.h"

#include "sql/sqlvalues.h"

namespace Rollbook
{

namespace
{

std::string settingOf(std::string_view name)
{
    return statementText({"nullif(current_setting('rollbook.", name, "', true), '')"});
}

} // namespace

// What is found is counted before the first line is given, and once.
std::string PgKeptKeys::keeping(
    std::string_view name, std::string_view keys, std::string_view question, std::string_view order)
{
    return statementText({"WITH found AS (", question, ") SELECT * FROM found WHERE (SELECT",
        " set_config('rollbook.", name, "', concat_ws(',', ", settingOf(name), ", string_agg(",
        keys, ", ',')), true) FROM found) IS NOT NULL ORDER BY ", order});
}

// A question of its own, so that it is taken apart once and not for each line that is looked at.
std::string PgKeptKeys::kept(std::string_view name)
{
    return statementText({"(SELECT string_to_array(", settingOf(name), ", ','))::bigint[]"});
}

} // namespace Rollbook
