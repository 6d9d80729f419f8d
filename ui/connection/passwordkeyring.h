// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrars/serveraddress.h"

#include <functional>
#include <optional>

class QObject;

namespace Rollbook
{

// The passwords of servers in the desktop's own keyring, and nowhere else. To be called in the
// GUI thread; the answers come later, in it, and not at all once the context is gone. The desktop
// may ask the person to unlock the keyring meanwhile.

/// Tells whether this desktop has a keyring.
void withKeyring(QObject *context, const std::function<void(bool isThere)> &then);

/// Tells the password that is kept for this user of this server; nothing where there is none, no
/// keyring, or the person keeps it locked.
void readPassword(QObject *context, const ServerAddress &address,
    const std::function<void(const std::optional<QString> &password)> &then);

/// Keeps it, also instead of one that was kept before. StoreUnavailable, with a sentence, when the
/// keyring did not take it.
void keepPassword(QObject *context, const ServerAddress &address, const QString &password,
    const std::function<void(const Expected<void> &kept)> &then);

/// Takes it out of the keyring, if it is there.
void forgetPassword(const ServerAddress &address);

} // namespace Rollbook
