// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QStringList>

namespace SQLite
{
class Database;
}

namespace Rollbook
{

/// The tables of a school file, and how a file of an older Rollbook becomes one of today's.
class SqliteSchema
{
public:
    /// Stands in the header of each school file.
    static constexpr qint32 ApplicationId = 0x526f6c6c; // "Roll"

    /// The steps, in order; a file of version n has taken the first n of them.
    static QStringList builtInMigrations();
    explicit SqliteSchema(QStringList migrations = builtInMigrations());

    /// Looks at a file without opening it as a database, so that nothing of another program's is
    /// changed: StoreDamaged unless it is empty, missing or a school file.
    static Expected<void> recognise(const QString &path);

    /// Whether the file has ever been opened as a school: it then keeps a write-ahead log, and
    /// SQLite's own locks are enough to share it.
    static bool isInUse(const QString &path);

    /// Takes the steps that are missing, all or none. StoreNewer when the file has taken more than
    /// are known here. Throws SQLite::Exception.
    Expected<void> migrate(SQLite::Database &database, const QString &path) const;

    /// Makes the tables in an empty file, in the transaction of the connection. Its audit trail is
    /// empty: for a school that brings one along. Throws SQLite::Exception.
    void make(SQLite::Database &database) const;

private:
    void takeSteps(SQLite::Database &database, int version) const;

    QStringList m_migrations;
};

} // namespace Rollbook
