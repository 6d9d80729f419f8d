// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "announcement.h"

#include <QAccessibleWidget>
#include <QWidget>

namespace Rollbook
{

namespace
{

/// Never shown, or what was said long ago would be said again whenever a page comes up.
class SpokenNotification : public QWidget
{
public:
    explicit SpokenNotification(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(0, 0);
        hide();
    }
};

/// There for people who listen, though there is nothing to see.
class AccessibleNotification : public QAccessibleWidget
{
public:
    explicit AccessibleNotification(SpokenNotification *notification)
        : QAccessibleWidget(notification, QAccessible::Notification)
    {
    }

    QAccessible::State state() const override
    {
        QAccessible::State seen = QAccessibleWidget::state();
        seen.invisible = false;
        return seen;
    }
};

QAccessibleInterface *accessibleNotification(const QString & /*className*/, QObject *object)
{
    auto *notification = dynamic_cast<SpokenNotification *>(object);
    return notification ? new AccessibleNotification(notification) : nullptr;
}

} // namespace

Announcement::Announcement(QWidget *parent)
    : QObject(parent)
{
    // Is known only once, however often it is installed.
    QAccessible::installFactory(accessibleNotification);
    for (QWidget *&notification : m_notifications)
        notification = new SpokenNotification(parent);
}

void Announcement::say(const QString &words)
{
    m_words = words;
    QWidget *notification = m_notifications.at(m_next);
    m_next = (m_next + 1) % m_notifications.size();
    notification->setAccessibleName(words);
    // AT-SPI knows no alerts: its screen readers read out notifications that come up.
    for (const QAccessible::Event what : {QAccessible::ObjectShow, QAccessible::Alert}) {
        QAccessibleEvent said(notification, what);
        QAccessible::updateAccessibility(&said);
    }
}

} // namespace Rollbook
