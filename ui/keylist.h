// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QMenu;
class QTreeWidget;
class QTreeWidgetItem;

namespace Rollbook
{

/// All keys of a menu, under the names of its submenus, and those that work in some pages only, to
/// look through and to search. Read from the actions, so that it is always true.
class KeyList : public QDialog
{
    Q_OBJECT

public:
    KeyList(const QMenu &menu, const QList<QAction *> &ofPages, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void fill(const QMenu &menu, const QList<QAction *> &ofPages);
    QTreeWidgetItem *addGroup(const QString &title);
    static void addKeys(QTreeWidgetItem &group, const QList<QAction *> &actions);
    void show(const QString &searched);

    QLineEdit *m_search;
    QTreeWidget *m_keys;
    QLabel *m_nothing;
};

} // namespace Rollbook
