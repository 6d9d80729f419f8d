// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QPointer>
#include <QTimer>

namespace Rollbook
{

class Announcement;
class RosterProxyModel;

/// Beside the search field: how many students of the list are shown for what is searched, "12 of
/// 500 students". Empty while nothing is searched.
class SearchCount : public QLabel
{
    Q_OBJECT

public:
    explicit SearchCount(QWidget *parent = nullptr);

    /// Of this list from now on; null: of none.
    void follow(RosterProxyModel *rows);

private:
    void refresh();
    void say();

    QPointer<RosterProxyModel> m_rows;
    QList<QMetaObject::Connection> m_connections;
    Announcement *m_announcement;
    QTimer m_saySoon;
};

} // namespace Rollbook
