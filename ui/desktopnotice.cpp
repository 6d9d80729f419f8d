// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktopnotice.h"

#include "desktopbus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace Rollbook
{

namespace
{

const QLatin1StringView NoticeService("org.freedesktop.Notifications");
const QLatin1StringView NoticePath("/org/freedesktop/Notifications");
const QLatin1StringView OpenAction("default"); // the notice itself is clicked
constexpr int DesktopsOwnTime = -1;            // for which it stands

} // namespace

void DesktopNotice::show(const QString &title, const QString &text)
{
    withDesktopBus(this, [this, title, text](bool isConnected) {
        if (isConnected)
            send(title, text);
        else
            Q_EMIT refused();
    });
}

void DesktopNotice::send(const QString &title, const QString &text)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    // Without the service's name: to find out who has it would wait for the bus.
    if (!m_listens)
        m_listens = bus.connect({}, NoticePath, NoticeService, QStringLiteral("ActionInvoked"),
            this, SLOT(takeAction(uint, QString))); // clazy:exclude=connect-not-normalized
    QDBusMessage message = QDBusMessage::createMethodCall(
        NoticeService, NoticePath, NoticeService, QStringLiteral("Notify"));
    message << QStringLiteral("Rollbook") << m_id << QStringLiteral("rollbook") << title << text
            << QStringList{OpenAction, tr("Show")}
            << QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("rollbook")}}
            << DesktopsOwnTime;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError())
            Q_EMIT refused();
        else
            m_id = reply.value();
    });
}

void DesktopNotice::takeAction(uint id, const QString &action)
{
    if (m_id != 0 && id == m_id && action == OpenAction)
        Q_EMIT activated();
}

} // namespace Rollbook
