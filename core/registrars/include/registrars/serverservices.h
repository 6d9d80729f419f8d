// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrars/serveraddress.h"

namespace Rollbook
{

/// A server that who looks after this computer gave a name (a libpq service).
struct ServerService {
    QString name;
    ServerAddress stated; ///< what is said about it; the rest is empty

    friend bool operator==(const ServerService &, const ServerService &) = default;
};

/// The services of the person's own file (PGSERVICEFILE, or .pg_service.conf in the home folder),
/// then those of the whole computer (PGSYSCONFDIR); of two with one name the first. Passwords in
/// them stay there, for libpq alone. Reads small files; any thread.
QList<ServerService> serverServices();

/// What the environment of libpq says about a server (PGHOST, PGPORT, …), which is meant where
/// nobody says something else.
ServerAddress serverOfEnvironment();

} // namespace Rollbook
