// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlstatement.h"

#include "sql/sqldatabase.h"

namespace Rollbook
{

SqlStatement::SqlStatement(const SqlDatabase &database, std::string_view text, Lines lines)
    : m_prepared(database.prepare(text, lines))
{
}

} // namespace Rollbook
