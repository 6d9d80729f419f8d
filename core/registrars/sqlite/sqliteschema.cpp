// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqliteschema.h"

#include "sql/sqlrunaudit.h"
#include "sqlite/sqlitedatabase.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QtEndian>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

namespace Rollbook
{

namespace
{

// See "Database Header Format" in SQLite's documentation.
constexpr qsizetype HeaderSize = 100;
constexpr qsizetype WriteVersionOffset = 18;
constexpr char WriteAheadLog = 2;
constexpr qsizetype ApplicationIdOffset = 68;
// The step that makes the table of the audit trail.
constexpr int AuditTrailVersion = 4;
constexpr QByteArrayView Magic("SQLite format 3\0", 16);

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::SqliteSchool)
};

int versionOf(SQLite::Database &database)
{
    return database.execAndGet("PRAGMA user_version").getInt();
}

} // namespace

QStringList SqliteSchema::builtInMigrations()
{
    QStringList migrations;
    for (int step = 1;; ++step) {
        QFile file(QStringLiteral(":/schema/sqlite/%1.sql").arg(step, 4, 10, QLatin1Char('0')));
        if (!file.open(QIODevice::ReadOnly))
            return migrations;
        migrations += QString::fromUtf8(file.readAll());
    }
}

bool SqliteSchema::isInUse(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray header = file.read(HeaderSize);
    return header.size() == HeaderSize && header.at(WriteVersionOffset) == WriteAheadLog;
}

SqliteSchema::SqliteSchema(QStringList migrations)
    : m_migrations(std::move(migrations))
{
}

Expected<void> SqliteSchema::recognise(const QString &path)
{
    QFile file(path);
    if (!file.exists() || file.size() == 0)
        return {};
    const QString shown = QDir::toNativeSeparators(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::StoreUnavailable,
            Text::tr("The school database “%1” could not be opened: %2.")
                .arg(shown, file.errorString()));
    }
    const QByteArray header = file.read(HeaderSize);
    if (header.size() < HeaderSize || !header.startsWith(Magic)) {
        return fail(ErrorCode::StoreDamaged,
            Text::tr(
                "“%1” is not a school database. Choose another file; this one is left as it is.")
                .arg(shown));
    }
    if (qFromBigEndian<qint32>(header.constData() + ApplicationIdOffset) != ApplicationId) {
        return fail(ErrorCode::StoreDamaged,
            Text::tr(
                "“%1” is the database of another program. Choose another file; this one is left as "
                "it is.")
                .arg(shown));
    }
    return {};
}

Expected<void> SqliteSchema::migrate(SQLite::Database &database, const QString &path) const
{
    const auto newest = static_cast<int>(m_migrations.size());
    if (versionOf(database) == newest)
        return {};
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    // Asked again: another Rollbook may have taken the steps while this one waited.
    const int version = versionOf(database);
    if (version > newest) {
        return fail(ErrorCode::StoreNewer,
            Text::tr(
                "The school database “%1” was made by a newer Rollbook. Update Rollbook on this "
                "computer, or choose another database.")
                .arg(QDir::toNativeSeparators(path)));
    }
    takeSteps(database, version);
    if (version < AuditTrailVersion && newest >= AuditTrailVersion) {
        SqliteDatabase tables(database);
        beginAuditTrail(tables, version);
    }
    transaction.commit();
    return {};
}

void SqliteSchema::make(SQLite::Database &database) const
{
    takeSteps(database, 0);
}

void SqliteSchema::takeSteps(SQLite::Database &database, int version) const
{
    database.exec("PRAGMA application_id = " + std::to_string(ApplicationId));
    for (qsizetype step = version; step < m_migrations.size(); ++step)
        database.exec(m_migrations.at(step).toStdString());
    database.exec("PRAGMA user_version = " + std::to_string(m_migrations.size()));
}

} // namespace Rollbook
