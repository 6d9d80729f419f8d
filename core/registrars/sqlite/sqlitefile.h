// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "sqlite/sqliteschema.h"

#include <SQLiteCpp/Database.h>

#include <chrono>

namespace Rollbook
{

/// Where a school lies, and how long to wait when another program is writing to it.
struct SqliteOptions {
    std::chrono::milliseconds busyTimeout{30'000};
    QStringList migrations = SqliteSchema::builtInMigrations();
};

/// The file of a school: makes connections to it.
class SqliteFile
{
public:
    SqliteFile(const QString &path, SqliteOptions options);

    const QString &path() const { return m_path; }
    std::chrono::milliseconds busyTimeout() const { return m_options.busyTimeout; }

    /// A connection that writes, to a file that is made or brought to today's schema if need be.
    Expected<SQLite::Database> openForWriting() const;
    /// A connection that reads while others write. Throws SQLite::Exception.
    SQLite::Database openForReading() const;

private:
    Expected<void> checkPlace() const;
    Expected<SQLite::Database> openAlone() const;
    Expected<SQLite::Database> connect() const;

    QString m_path;
    SqliteOptions m_options;
};

} // namespace Rollbook
