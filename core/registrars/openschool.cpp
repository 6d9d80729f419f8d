// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/openschool.h"

#include "postgres/pgschool.h"
#include "postgres/pgserver.h"
#include "simulated/simulatedschool.h"
#include "sqlite/sqliteschool.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrl>
#include <QUrlQuery>

namespace Rollbook
{

namespace
{

const QLatin1StringView SqliteScheme("sqlite:");
const QLatin1StringView SimulatedScheme("simulated:");

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::OpenSchool)
};

// Without a password that may stand in an address that is not understood.
QString shown(const QString &storeUrl)
{
    static const QRegularExpression secret(
        QStringLiteral("(?<=//).*@|(?<=password=)[^&\\s]*|(?<=sslpassword=)[^&\\s]*"));
    return QString(storeUrl).replace(secret, QStringLiteral("…"));
}

QString defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

Expected<std::unique_ptr<School>> openFile(const QString &path, MissingSchool missing)
{
    if (path.isEmpty()) {
        return fail(ErrorCode::Usage,
            Text::tr("The store “sqlite:” names no file. Write it like “sqlite:school.sqlite”."));
    }
    if (missing == MissingSchool::Refuse && !QFileInfo::exists(path)) {
        return fail(ErrorCode::StoreUnavailable,
            Text::tr(
                "There is no school database “%1” yet. Check the name, or make it by importing "
                "the courses.")
                .arg(QDir::toNativeSeparators(path)));
    }
    return openSqliteSchool(path);
}

} // namespace

QString defaultStoreUrl()
{
    return SqliteScheme + defaultFolder() + QStringLiteral("/school.sqlite");
}

Expected<std::unique_ptr<School>> openSchool(const QString &storeUrl, MissingSchool missing)
{
    if (missing == MissingSchool::Make && storeUrl == defaultStoreUrl()
        && !QDir().mkpath(defaultFolder())) {
        return fail(ErrorCode::StoreUnavailable,
            Text::tr(
                "The folder “%1” for the school database could not be made. Check that your home "
                "folder can be written to.")
                .arg(QDir::toNativeSeparators(defaultFolder())));
    }
    if (storeUrl.startsWith(SqliteScheme))
        return openFile(storeUrl.mid(SqliteScheme.size()), missing);
    if (storeUrl.startsWith(SimulatedScheme))
        return openSimulatedSchool(QUrlQuery(QUrl(storeUrl)));
    if (storeUrl.startsWith(QLatin1StringView("postgresql:"))
        || storeUrl.startsWith(QLatin1StringView("postgres:")))
        return openPgSchool(storeUrl);
    return fail(ErrorCode::Usage,
        Text::tr("“%1” is not the address of a school. Write it like “sqlite:school.sqlite”, or "
                 "“postgresql://user@server/database” for one on a server.")
            .arg(shown(storeUrl)));
}

Expected<std::unique_ptr<School>> openSchool(
    const ServerAddress &address, const QString &password, const std::stop_token &stop)
{
    return openPgSchool(pgAddressOf(address, password), address.displayName(),
        [stop] { return !stop.stop_requested(); });
}

} // namespace Rollbook
