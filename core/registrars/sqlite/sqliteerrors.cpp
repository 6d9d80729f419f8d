// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqliteerrors.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <sqlite3.h>

namespace Rollbook
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::SqliteSchool)
};

Error unreadable(const SQLite::Exception &exception, const QString &path)
{
    // The index of the write-ahead log is the first to grow; its refusal has a name of its own.
    if (exception.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE) {
        return {ErrorCode::StoreFull,
            Text::tr(
                "No space is left where the school database “%1” lies. Make room there, then try "
                "again.")
                .arg(path)};
    }
    return {ErrorCode::StoreUnavailable,
        Text::tr(
            "The school database “%1” could not be read or written. Check the disk or the network "
            "drive that it lies on. (%2)")
            .arg(path, QString::fromUtf8(exception.what()))};
}

} // namespace

Error sqliteError(const SQLite::Exception &exception, const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    switch (exception.getErrorCode() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::StoreBusy,
            Text::tr(
                "The school database “%1” is in use by another program. Try again in a moment.")
                .arg(shown)};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {ErrorCode::StoreReadOnly,
            Text::tr(
                "The school database “%1” can be read but not changed. Ask for permission to write "
                "to it and to its folder, or choose a database in another place.")
                .arg(shown)};
    case SQLITE_CANTOPEN:
        return {ErrorCode::StoreUnavailable,
            Text::tr(
                "The school database “%1” could not be opened. Check that its folder exists and "
                "that you may use it.")
                .arg(shown)};
    case SQLITE_FULL:
        return {ErrorCode::StoreFull,
            Text::tr(
                "No space is left where the school database “%1” lies. Make room there, then try "
                "again.")
                .arg(shown)};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::StoreDamaged,
            Text::tr("The school database “%1” is damaged. Restore it from a copy.").arg(shown)};
    case SQLITE_IOERR:
        return unreadable(exception, shown);
    default:
        return {ErrorCode::Internal,
            Text::tr("The school database “%1” answered unexpectedly: %2.")
                .arg(shown, QString::fromUtf8(exception.what()))};
    }
}

Error lostFile(const QString &path)
{
    return {ErrorCode::StoreUnavailable,
        Text::tr(
            "The school database “%1” was moved or deleted while it was in use. Put it back where "
            "it was.")
            .arg(QDir::toNativeSeparators(path))};
}

} // namespace Rollbook
