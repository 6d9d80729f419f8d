// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "launcherprogress.h"

#include "desktopbus.h"

#include <QDBusConnection>
#include <QDBusMessage>

namespace Rollbook
{

void LauncherProgress::setPercent(std::optional<int> percent)
{
    m_percent = percent;
    if (m_isConnected) {
        tell();
        return;
    }
    if (m_isConnecting)
        return;
    m_isConnecting = true;
    withDesktopBus(this, [this](bool isConnected) {
        m_isConnecting = false;
        m_isConnected = isConnected;
        if (isConnected)
            tell();
    });
}

void LauncherProgress::tell() const
{
    QDBusMessage message = QDBusMessage::createSignal(QStringLiteral("/org/rollbook/launcherentry"),
        QStringLiteral("com.canonical.Unity.LauncherEntry"), QStringLiteral("Update"));
    message << QStringLiteral("application://rollbook.desktop")
            << QVariantMap{{QStringLiteral("progress"), m_percent.value_or(0) / 100.0},
                   {QStringLiteral("progress-visible"), m_percent.has_value()}};
    QDBusConnection::sessionBus().send(message);
}

} // namespace Rollbook
