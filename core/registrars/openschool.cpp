// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/openschool.h"

#include "simulated/simulatedschool.h"
#include "sqlite/sqliteschool.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>
#include <QUrl>
#include <QUrlQuery>

namespace Rollbook
{

namespace
{

const QLatin1StringView SqliteScheme("sqlite:");
const QLatin1StringView SimulatedScheme("simulated:");

QString tr(const char *text)
{
    return QCoreApplication::translate("Rollbook::OpenSchool", text);
}

QString defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

Expected<std::unique_ptr<School>> openFile(const QString &path)
{
    if (path.isEmpty()) {
        return fail(ErrorCode::Usage,
            tr("The store “sqlite:” names no file. Write it like “sqlite:school.sqlite”."));
    }
    return openSqliteSchool(path);
}

} // namespace

QString defaultStoreUrl()
{
    return SqliteScheme + defaultFolder() + QStringLiteral("/school.sqlite");
}

Expected<std::unique_ptr<School>> openSchool(const QString &storeUrl)
{
    if (storeUrl == defaultStoreUrl() && !QDir().mkpath(defaultFolder())) {
        return fail(ErrorCode::StoreUnavailable,
            tr("The folder “%1” for the school database could not be made. Check that your home "
               "folder can be written to.")
                .arg(QDir::toNativeSeparators(defaultFolder())));
    }
    if (storeUrl.startsWith(SqliteScheme))
        return openFile(storeUrl.mid(SqliteScheme.size()));
    if (storeUrl.startsWith(SimulatedScheme))
        return openSimulatedSchool(QUrlQuery(QUrl(storeUrl)));
    if (storeUrl.startsWith(QLatin1StringView("postgresql:"))
        || storeUrl.startsWith(QLatin1StringView("postgres:"))) {
        return fail(ErrorCode::Unsupported,
            tr("Schools on a PostgreSQL server are not in this version yet. Use a school database "
               "in a file, such as “sqlite:school.sqlite”."));
    }
    return fail(ErrorCode::Usage,
        tr("“%1” is not the address of a school. Write it like “sqlite:school.sqlite”.")
            .arg(storeUrl));
}

} // namespace Rollbook
