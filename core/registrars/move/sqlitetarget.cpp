// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "move/movetarget.h"

#include "sql/sqlvalues.h"
#include "sqlite/sqlitedatabase.h"
#include "sqlite/sqliteerrors.h"
#include "sqlite/sqliteschema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <SQLiteCpp/Database.h>

#include <optional>

namespace Rollbook
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::SchoolMove)
};

Error isThere(const QString &path)
{
    return {ErrorCode::Usage,
        Text::tr("There is a file “%1” already. It is left as it is; name one that is not there "
                 "yet.")
            .arg(QDir::toNativeSeparators(path))};
}

/// Fills a file beside the one that is wanted, which gets its name at the very end.
class SqliteTarget : public MoveTarget
{
public:
    SqliteTarget(const QString &path, const QString &unfinished)
        : m_path(path)
        , m_unfinished(unfinished)
    {
    }

    ~SqliteTarget() override
    {
        m_database.reset();
        QFile::remove(m_unfinished);
    }

    Expected<void> begin()
    {
        return guarded([this] {
            m_database.emplace(QFile::encodeName(m_unfinished).toStdString(),
                SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX);
            m_database->exec("PRAGMA foreign_keys = ON; BEGIN IMMEDIATE");
            SqliteSchema().make(*m_database);
        });
    }

    bool keepsNul() const override { return true; }

    Expected<void> write(const SchoolTable &table, const TableRows &rows) override
    {
        return guarded([&] { insertRows(SqliteDatabase(*m_database), table, rows); });
    }

    Expected<void> endWriting(qint64 lastAuditNumber) override
    {
        return guarded([&] {
            const SqliteDatabase tables(*m_database);
            // Also of entries that were cut off.
            SqlStatement(tables, "DELETE FROM sqlite_sequence WHERE name = 'audit_entries'").exec();
            SqlStatement last(
                tables, "INSERT INTO sqlite_sequence (name, seq) VALUES ('audit_entries', ?1)");
            bindValue(last, 1, lastAuditNumber);
            last.exec();
        });
    }

    Expected<void> read(const std::function<void(const SqlDatabase &)> &question) override
    {
        return guarded([&] { question(SqliteDatabase(*m_database)); });
    }

    Expected<void> commit() override
    {
        auto committed = guarded([this] { m_database->exec("COMMIT"); });
        m_database.reset();
        if (!committed)
            return committed;
        // Never over a file that somebody made meanwhile.
        if (!QFile::rename(m_unfinished, m_path))
            return tl::unexpected(isThere(m_path));
        return {};
    }

private:
    template <typename Step>
    Expected<void> guarded(Step step)
    {
        try {
            step();
            return {};
        } catch (const SQLite::Exception &exception) {
            return tl::unexpected(sqliteError(exception, m_path));
        }
    }

    QString m_path;
    QString m_unfinished;
    std::optional<SQLite::Database> m_database;
};

} // namespace

Expected<std::unique_ptr<MoveTarget>> moveToFile(const QString &path)
{
    if (QFileInfo::exists(path))
        return tl::unexpected(isThere(path));
    QTemporaryFile place(path + QStringLiteral("-XXXXXX"));
    if (path.isEmpty() || !place.open()) {
        return fail(ErrorCode::StoreUnavailable,
            Text::tr("The file “%1” cannot be made. Check that its folder is there and that you "
                     "may write to it.")
                .arg(QDir::toNativeSeparators(path)));
    }
    // SQLite makes it itself, so that whoever may open other schools of this folder may open it.
    const QString unfinished = place.fileName();
    place.remove();
    auto target = std::make_unique<SqliteTarget>(path, unfinished);
    const auto begun = target->begin();
    if (!begun)
        return tl::unexpected(begun.error());
    return target;
}

} // namespace Rollbook
