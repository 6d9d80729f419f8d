// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace Rollbook
{

/// A short message of the desktop, for a person who looks at another window
/// (org.freedesktop.Notifications).
class DesktopNotice : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Takes the place of the one before, where it still stands.
    void show(const QString &title, const QString &text);

Q_SIGNALS:
    /// It was clicked.
    void activated();
    /// The desktop has none; shown some other way it would still be seen.
    void refused();

private Q_SLOTS:
    void takeAction(uint id, const QString &action);

private:
    void send(const QString &title, const QString &text);

    uint m_id = 0; // of the one that was shown last; 0: none was
    bool m_listens = false;
};

} // namespace Rollbook
