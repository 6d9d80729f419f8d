// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit/sha256.h"
#include "move/schooltables.h"
#include "sql/sqlstatement.h"

#include <string>
#include <variant>
#include <vector>

namespace Rollbook
{

/// A value of a table: nothing, a number, or a text or bytes.
using TableValue = std::variant<std::monostate, qint64, std::string>;

/// Some rows of a table, as many values each as it has columns.
struct TableRows {
    std::vector<TableValue> values;
    qint64 count = 0;

    /// Replaces U+0000 in its texts, which PostgreSQL cannot keep; in how many.
    qint64 replaceNul(const SchoolTable &table);
};

/// Reads a table in the order of its key, some rows at a time. Throws what the database throws.
class TableReader
{
public:
    /// Both must outlive it.
    TableReader(const SqlDatabase &database, const SchoolTable &table);

    /// Replaces the rows by the next ones; false: there are none.
    bool next(TableRows &rows);

private:
    qsizetype append(TableRows &rows) const;

    const SchoolTable &m_table;
    SqlStatement m_lines;
    bool m_isAtEnd = false;
};

/// A SHA-256 of all rows of a table, the same in each database.
class TableChecksum
{
public:
    void add(const TableRows &rows);
    qint64 rows() const { return m_rows; }
    /// Nothing can be added afterwards.
    QString hex() { return m_sum.hex(); }

private:
    Sha256 m_sum;
    qint64 m_rows = 0;
};

/// Writes rows one by one, in any database.
void insertRows(const SqlDatabase &database, const SchoolTable &table, const TableRows &rows);

} // namespace Rollbook
