// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqlitefile.h"

#include "sqlite/sqliteerrors.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <SQLiteCpp/Column.h>

#include <sqlite3.h>

namespace Rollbook
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::SqliteSchool)
};

Error readOnly(const QString &path)
{
    return sqliteError(SQLite::Exception("", SQLITE_READONLY), path);
}

// Batches are as large as a busy week; a log of some batches spares copying the same pages again
// and again, and the cache holds the pages that they have in common.
constexpr const char *WriterSettings = "PRAGMA synchronous = FULL;"
                                       "PRAGMA foreign_keys = ON;"
                                       "PRAGMA cache_size = -65536;"
                                       "PRAGMA wal_autocheckpoint = 4000;";

} // namespace

SqliteFile::SqliteFile(const QString &path, SqliteOptions options)
    : m_path(QFileInfo(path).absoluteFilePath())
    , m_options(std::move(options))
{
}

Expected<void> SqliteFile::checkPlace() const
{
    const QFileInfo file(m_path);
    const QFileInfo folder(file.absolutePath());
    const QString shown = QDir::toNativeSeparators(m_path);
    const QString shownFolder = QDir::toNativeSeparators(file.absolutePath());
    if (!folder.isDir()) {
        return fail(ErrorCode::StoreUnavailable,
            Text::tr(
                "The folder “%1” for the school database does not exist. Make it first, or choose "
                "another place.")
                .arg(shownFolder));
    }
    if (file.isDir()) {
        return fail(ErrorCode::StoreUnavailable,
            Text::tr("“%1” is a folder. Name the file of the school database in it.").arg(shown));
    }
    if (file.exists() && !file.isFile()) {
        return fail(ErrorCode::StoreUnavailable,
            Text::tr("“%1” is no ordinary file. Choose another school database.").arg(shown));
    }
    if (file.exists() && !file.isReadable()) {
        return fail(ErrorCode::StoreUnavailable,
            Text::tr(
                "You may not read the school database “%1”. Ask for permission, or choose another "
                "one.")
                .arg(shown));
    }
    if (file.exists() && !file.isWritable())
        return tl::unexpected(readOnly(m_path));
    if (!folder.isWritable()) {
        return fail(ErrorCode::StoreReadOnly,
            Text::tr("Nothing can be written to the folder “%1” of the school database. Ask for "
                     "permission, or choose a database in another place.")
                .arg(shownFolder));
    }
    return {};
}

Expected<SQLite::Database> SqliteFile::openForWriting() const
{
    return checkPlace().and_then([this] { return openAlone(); });
}

Expected<SQLite::Database> SqliteFile::openAlone() const
{
    // While a new file goes over to the write-ahead log, SQLite tells another program at once that
    // it is busy instead of letting it wait.
    QLockFile making(m_path + QStringLiteral("-making"));
    // Where no lock can be written, on a full disk for example, SQLite says better why.
    if (!SqliteSchema::isInUse(m_path)
        && !making.tryLock(static_cast<int>(m_options.busyTimeout.count()))
        && making.error() == QLockFile::LockFailedError)
        return tl::unexpected(sqliteError(SQLite::Exception("", SQLITE_BUSY), m_path));
    return SqliteSchema::recognise(m_path).and_then([this] { return connect(); });
}

Expected<SQLite::Database> SqliteFile::connect() const
{
    try {
        SQLite::Database database(QFile::encodeName(m_path).toStdString(),
            SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX,
            static_cast<int>(m_options.busyTimeout.count()));
        // SQLite opens for reading what it may not write.
        if (sqlite3_db_readonly(database.getHandle(), "main") != 0)
            return tl::unexpected(readOnly(m_path));
        const auto migrated = SqliteSchema(m_options.migrations).migrate(database, m_path);
        if (!migrated)
            return tl::unexpected(migrated.error());
        // Only now: the application id has to stand in the file itself, not in the log beside it.
        if (database.execAndGet("PRAGMA journal_mode = WAL").getString() != "wal") {
            return fail(ErrorCode::StoreUnavailable,
                Text::tr(
                    "The school database “%1” lies where several programs cannot share it safely. "
                    "Choose a place on a disk of this computer.")
                    .arg(QDir::toNativeSeparators(m_path)));
        }
        database.exec(WriterSettings);
        // A damaged file should say so now, not when the first student is registered.
        database.execAndGet("SELECT count(*) FROM sqlite_schema");
        return database;
    } catch (const SQLite::Exception &exception) {
        return tl::unexpected(sqliteError(exception, m_path));
    }
}

SQLite::Database SqliteFile::openForReading() const
{
    return SQLite::Database(QFile::encodeName(m_path).toStdString(),
        SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX,
        static_cast<int>(m_options.busyTimeout.count()));
}

} // namespace Rollbook
