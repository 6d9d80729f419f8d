// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrars/serveraddress.h"
#include "registration/school.h"

#include <memory>
#include <stop_token>

namespace Rollbook
{

/// The user's own school: a SQLite file in the application's data folder. `sqlite:PATH`.
QString defaultStoreUrl();

/// What becomes of a school database that does not exist.
enum class MissingSchool : quint8 {
    Make,
    Refuse, ///< for who only looks: looking changes nothing
};

/// Opens the school behind a store address: `sqlite:PATH`, `postgresql://user@host/database` in any
/// form that libpq takes (a school on a server is never made here, see registrars/schoolsetup.h),
/// or `simulated:?latency=20ms&jitter=5ms&failures=0.02&seed=1`. Blocking.
Expected<std::unique_ptr<School>> openSchool(
    const QString &storeUrl, MissingSchool missing = MissingSchool::Make);

/// Opens the school on a server. Without a password libpq looks in its own file. Blocking, for
/// some seconds where nothing answers; a stop is heeded soon.
Expected<std::unique_ptr<School>> openSchool(
    const ServerAddress &address, const QString &password, const std::stop_token &stop = {});

} // namespace Rollbook
