// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The pages of the window that are about the school itself: a line in the sidebar and a key each.

#include "ui/mainwindow.h"

#include "sidebar.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>

namespace Rollbook
{

void MainWindow::addSchoolPages() {}

void MainWindow::addSchoolPage(QWidget *page, const QString &title, const QKeySequence &key)
{
    m_pages->addWidget(page);
    QAction *action = m_submenu->addAction(title);
    action->setShortcut(key);
    connect(
        action, &QAction::triggered, this, [this, page] { m_sidebar->selectSchoolPage(*page); });
    addAction(action);
    m_sidebar->addSchoolPage(*page, title, key.toString(QKeySequence::NativeText));
}

void MainWindow::showSchoolPage(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    m_search->setEnabled(false);
    page->setFocus();
}

} // namespace Rollbook
