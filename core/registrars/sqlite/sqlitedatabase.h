// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sql/sqldatabase.h"

#include <QDateTime>

#include <SQLiteCpp/Database.h>

namespace Rollbook
{

/// The tables of a school file. Throws SQLite::Exception.
class SqliteDatabase : public SqlDatabase
{
public:
    /// The database must outlive it.
    explicit SqliteDatabase(const SQLite::Database &database)
        : m_database(database)
    {
    }

    std::unique_ptr<PreparedSql> prepare(
        std::string_view text, SqlStatement::Lines lines) const override;
    std::string_view lastAuditNumber(AuditEnd end) const override;
    qint64 now() const override { return QDateTime::currentMSecsSinceEpoch(); }
    QString user() const override { return {}; }

private:
    const SQLite::Database &m_database;
};

} // namespace Rollbook
