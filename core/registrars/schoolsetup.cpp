// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/schoolsetup.h"

#include "postgres/pgschool.h"
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

} // namespace

Expected<void> setUpSchool(const QString &storeUrl)
{
    if (storeUrl.startsWith(QLatin1StringView("postgresql:"))
        || storeUrl.startsWith(QLatin1StringView("postgres:")))
        return makePgSchool(storeUrl);
    const QLatin1StringView sqlite("sqlite:");
    if (storeUrl.startsWith(sqlite) && QFileInfo::exists(storeUrl.mid(sqlite.size()))) {
        return fail(ErrorCode::Usage,
            Text::tr("There is a file “%1” already. It is left as it is.")
                .arg(storeUrl.mid(sqlite.size())));
    }
    return openSchool(storeUrl).map([](const auto &) {});
}

} // namespace Rollbook
