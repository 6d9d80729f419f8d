// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktopbus.h"

#include "runthencallback.h"

#include <QDBusConnection>

namespace Rollbook
{

void withDesktopBus(QObject *context, const std::function<void(bool)> &then)
{
    runThenCallback(
        context, [] { return QDBusConnection::sessionBus().isConnected(); }, then);
}

} // namespace Rollbook
