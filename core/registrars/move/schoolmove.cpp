// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/schoolmove.h"

#include "move/movetarget.h"
#include "postgres/pgschool.h"
#include "sql/sqlauditwriter.h"
#include "sql/sqlvalues.h"
#include "sqlite/sqlitestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace Rollbook
{

namespace
{

const QLatin1StringView FileScheme("sqlite:");

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::SchoolMove)
};

bool isOnServer(const QString &url)
{
    return url.startsWith(QLatin1StringView("postgresql:"))
        || url.startsWith(QLatin1StringView("postgres:"));
}

Error notMovable()
{
    return {ErrorCode::Usage,
        Text::tr("A school is moved between “sqlite:FILE” and "
                 "“postgresql://USER@SERVER/DATABASE”, in either direction.")};
}

Expected<std::unique_ptr<SqlStore>> openSource(const QString &url)
{
    if (isOnServer(url)) {
        return openPgStore(
            PgAddress{url.toStdString()}, pgSchoolName(url), PgSchema::Wanted::AllTables);
    }
    if (!url.startsWith(FileScheme))
        return tl::unexpected(notMovable());
    const QString path = url.mid(FileScheme.size());
    if (!QFileInfo::exists(path)) {
        return fail(ErrorCode::StoreUnavailable,
            Text::tr("There is no school database “%1”. Check the name.")
                .arg(QDir::toNativeSeparators(path)));
    }
    const SqliteFile file(path, {});
    auto database = file.openForWriting();
    if (!database)
        return tl::unexpected(database.error());
    return std::make_unique<SqliteStore>(file, std::move(*database));
}

Error differs(const QString &what)
{
    return {ErrorCode::Internal,
        Text::tr("The new school does not have the same %1 as the old one, so nothing of it was "
                 "kept. Try again; if it happens again, report it as a bug of Rollbook.",
            "%1 is the name of a table")
            .arg(what)};
}

/// One school on its way.
class SchoolMove
{
public:
    explicit SchoolMove(const MoveObserver &observer)
        : m_observer(observer)
    {
    }

    /// Throws what the database of the source throws.
    Expected<MoveReport> perform(const SqlDatabase &source, const QString &toUrl)
    {
        countRows(source);
        auto target = isOnServer(toUrl) ? moveToServer(toUrl, [this] { return goesOn(); })
                                        : moveToFile(toUrl.mid(FileScheme.size()));
        if (!target)
            return tl::unexpected(reasonFor(target.error()));
        const qint64 last = lastAuditNumber(source);
        auto moved = write(source, **target)
                         .and_then([&] { return (*target)->endWriting(last); })
                         .and_then([&] { return compare(**target, last); })
                         .and_then([&] { return commit(**target); });
        if (!moved)
            return tl::unexpected(reasonFor(moved.error()));
        return m_report;
    }

private:
    bool goesOn()
    {
        if (!m_isCommitting)
            m_isStopped = m_isStopped || (m_observer && !m_observer(m_progress));
        return !m_isStopped;
    }

    Expected<void> commit(MoveTarget &target)
    {
        if (!goesOn())
            return fail(ErrorCode::Cancelled, {});
        // Who gave up now would not know whether the new school is there.
        m_isCommitting = true;
        return target.commit();
    }

    Error reasonFor(const Error &error) const
    {
        if (!m_isStopped)
            return error;
        return {ErrorCode::Cancelled,
            Text::tr("The move was stopped. Nothing of the new school was kept, and the old one is "
                     "as it was.")};
    }

    void countRows(const SqlDatabase &source)
    {
        for (const SchoolTable &table : schoolTables()) {
            SqlStatement count(source, statementText({"SELECT count(*) FROM ", table.name}));
            count.executeStep();
            m_progress.total += 2 * int64At(count, 0); // written, and read back
        }
    }

    Expected<void> write(const SqlDatabase &source, MoveTarget &target)
    {
        for (const SchoolTable &table : schoolTables()) {
            TableReader reader(source, table);
            TableChecksum checksum;
            TableRows rows;
            while (reader.next(rows)) {
                if (!goesOn())
                    return fail(ErrorCode::Cancelled, {});
                if (!target.keepsNul())
                    noteChanged(table, rows.replaceNul(table));
                checksum.add(rows);
                auto written = target.write(table, rows);
                if (!written)
                    return written;
                m_progress.done += rows.count;
            }
            m_report.tables +=
                MovedTable{QString::fromLatin1(table.name), checksum.rows(), checksum.hex()};
        }
        return {};
    }

    void noteChanged(const SchoolTable &table, qint64 changed)
    {
        m_report.changedTexts += changed;
        if (isAuditTrail(table))
            m_report.changedAuditTexts += changed;
    }

    Expected<void> compare(MoveTarget &target, qint64 last)
    {
        Expected<void> same;
        const auto read = target.read([&](const SqlDatabase &tables) {
            qsizetype at = 0;
            for (const SchoolTable &table : schoolTables()) {
                if (same && !isSame(tables, table, m_report.tables.at(at++)))
                    same = tl::unexpected(differs(QString::fromLatin1(table.name)));
            }
            if (same && lastAuditNumber(tables) != last)
                same = tl::unexpected(differs(QStringLiteral("audit_last")));
        });
        return read.and_then([&same] { return same; });
    }

    bool isSame(const SqlDatabase &tables, const SchoolTable &table, const MovedTable &moved)
    {
        TableReader reader(tables, table);
        TableChecksum checksum;
        TableRows rows;
        while (reader.next(rows)) {
            if (!goesOn())
                return false;
            checksum.add(rows);
            m_progress.done += rows.count;
        }
        return checksum.rows() == moved.rows && checksum.hex() == moved.checksum;
    }

    const MoveObserver &m_observer;
    MoveProgress m_progress;
    MoveReport m_report;
    bool m_isStopped = false;
    bool m_isCommitting = false;
};

} // namespace

Expected<MoveReport> moveSchool(
    const QString &fromUrl, const QString &toUrl, const MoveObserver &observer)
{
    if (!isOnServer(toUrl) && !toUrl.startsWith(FileScheme))
        return tl::unexpected(notMovable());
    const auto source = openSource(fromUrl);
    if (!source)
        return tl::unexpected(source.error());
    SchoolMove move(observer);
    auto moved =
        (*source)->read([&](const SqlDatabase &tables) { return move.perform(tables, toUrl); });
    if (!moved)
        return tl::unexpected(moved.error());
    return std::move(*moved);
}

} // namespace Rollbook
