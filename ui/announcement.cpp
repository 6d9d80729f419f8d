// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "announcement.h"

#include <QAccessibleWidget>

namespace Rollbook
{

namespace
{

/// There for people who listen, though there is nothing to see.
class SpokenNotification : public QAccessibleWidget
{
public:
    explicit SpokenNotification(Announcement *announcement)
        : QAccessibleWidget(announcement, QAccessible::Notification)
    {
    }

    QAccessible::State state() const override
    {
        QAccessible::State seen = QAccessibleWidget::state();
        seen.invisible = false;
        return seen;
    }
};

QAccessibleInterface *spoken(const QString & /*className*/, QObject *object)
{
    auto *announcement = qobject_cast<Announcement *>(object);
    return announcement ? new SpokenNotification(announcement) : nullptr;
}

} // namespace

Announcement::Announcement(QWidget *parent)
    : QWidget(parent)
{
    // Is known only once, however often it is installed.
    QAccessible::installFactory(spoken);
    // Or what was said long ago would be said again whenever a page comes up.
    hide();
}

void Announcement::say(const QString &words)
{
    setAccessibleName(words);
    // AT-SPI knows no alerts: its screen readers read out notifications that come up.
    for (const QAccessible::Event what : {QAccessible::ObjectShow, QAccessible::Alert}) {
        QAccessibleEvent said(this, what);
        QAccessible::updateAccessibility(&said);
    }
}

} // namespace Rollbook
