// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The actions of the window that have to do with reading the table.

#include "ui/mainwindow.h"

#include "listpage.h"
#include "rostertable.h"

#include <QAction>

namespace Rollbook
{

void MainWindow::addReadingActions()
{
    QAction *details = addMenuAction(
        tr("Student &details"), QKeySequence(Qt::Key_F4), &MainWindow::showOrHideDetails);
    details->setShortcuts({QKeySequence(Qt::Key_F4), QKeySequence(Qt::CTRL | Qt::Key_I)});
}

void MainWindow::showOrHideDetails()
{
    if (ListPage *page = currentPage())
        page->showOrHideDetails();
}

} // namespace Rollbook
