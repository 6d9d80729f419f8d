// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <span>
#include <string>
#include <string_view>

namespace Rollbook
{

/// A table of a school, in each database.
struct SchoolTable {
    enum class Kind : quint8 { Number, Text, Bytes };
    struct Column {
        std::string_view name;
        Kind kind;
    };

    std::string_view name;
    std::span<const Column> columns;
    std::string_view key; ///< the columns that tell its rows apart

    bool has(Kind kind) const;
    /// The names of the columns, separated by commas.
    std::string columnList() const;
};

/// All tables that hold something of a school, each behind those that it refers to. Not the
/// version of the schema, and not the number of the last entry of the audit trail: each database
/// keeps that in its own way.
std::span<const SchoolTable> schoolTables();

/// The table of the audit trail.
bool isAuditTrail(const SchoolTable &table);

} // namespace Rollbook
