// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrars/serveraddress.h"

namespace Rollbook
{

/// A server that was used on this computer.
struct RememberedServer {
    ServerAddress address;
    bool isPasswordKept = false; ///< in the keyring; here is none

    friend bool operator==(const RememberedServer &, const RememberedServer &) = default;
};

/// The last ones, the last first.
QList<RememberedServer> rememberedServers();

/// Puts it first, and leaves out what is too long ago.
void rememberServer(const RememberedServer &server);

} // namespace Rollbook
