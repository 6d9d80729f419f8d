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
    addMenuAction(tr("Student &details"), QKeySequence(Qt::Key_F4), &MainWindow::showOrHideDetails);
    addMenuAction(tr("Select all in the same st&ate"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A), &MainWindow::selectSameState);
    addMenuAction(tr("Select all with the same reaso&n"),
        QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_A), &MainWindow::selectSameReason);
    addMenuAction(tr("Choose colu&mns…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M),
        &MainWindow::chooseColumns);
    QAction *compact = addMenuAction(tr("Compact ro&ws"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), &MainWindow::changeDensity);
    compact->setCheckable(true);
    compact->setChecked(RosterTable::isCompact());
}

void MainWindow::showOrHideDetails()
{
    if (ListPage *page = currentPage())
        page->showOrHideDetails();
}

void MainWindow::selectSameState()
{
    if (const ListPage *page = currentPage())
        page->table()->selectAlike(AlikeSearch::Alike::InState);
}

void MainWindow::selectSameReason()
{
    if (const ListPage *page = currentPage())
        page->table()->selectAlike(AlikeSearch::Alike::InReason);
}

void MainWindow::copyWithHeaders()
{
    if (const ListPage *page = currentPage())
        page->table()->copySelection(RosterTable::Headers::With);
}

void MainWindow::chooseColumns()
{
    if (const ListPage *page = currentPage())
        page->table()->showColumnsMenu();
}

void MainWindow::changeDensity()
{
    RosterTable::setCompact(!RosterTable::isCompact());
    if (const ListPage *page = currentPage())
        page->table()->fitRows();
}

} // namespace Rollbook
