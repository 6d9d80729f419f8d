// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/schoolsetup.h"

#include "postgres/pgschool.h"
#include "postgres/pgupgrade.h"
#include "registrars/openschool.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace Rollbook
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::OpenSchool)
};

bool isOnServer(const QString &url)
{
    return url.startsWith(QLatin1StringView("postgresql:"))
        || url.startsWith(QLatin1StringView("postgres:"));
}

} // namespace

Expected<void> setUpSchool(const QString &storeUrl)
{
    if (isOnServer(storeUrl))
        return makePgSchool(storeUrl);
    const QLatin1StringView sqlite("sqlite:");
    if (storeUrl.startsWith(sqlite) && QFileInfo::exists(storeUrl.mid(sqlite.size()))) {
        return fail(ErrorCode::Usage,
            Text::tr("There is a file “%1” already. It is left as it is.")
                .arg(storeUrl.mid(sqlite.size())));
    }
    return openSchool(storeUrl).map([](const auto &) {});
}

Expected<bool> upgradeSchool(const QString &storeUrl)
{
    if (isOnServer(storeUrl))
        return upgradePgSchool(storeUrl);
    return fail(ErrorCode::Usage,
        Text::tr("Only a school on a server is brought up to date by hand. One in a file is "
                 "whenever it is opened."));
}

} // namespace Rollbook
