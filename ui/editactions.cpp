// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The actions of the window that change the list in sight.

#include "ui/mainwindow.h"

#include "classlist.h"
#include "listpage.h"
#include "rostertable.h"
#include "rowactions.h"

#include <QMenu>
#include <QStackedWidget>
#include <QUndoGroup>

namespace Rollbook
{

void MainWindow::addEditActions()
{
    m_undoGroup = new QUndoGroup(this);
    QAction *undo =
        addMenuAction(tr("U&ndo"), QKeySequence(Qt::CTRL | Qt::Key_Z), &MainWindow::undo);
    QAction *redo = addMenuAction(
        tr("Re&do"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), &MainWindow::redo);
    redo->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    undo->setEnabled(false);
    redo->setEnabled(false);
    connect(m_undoGroup, &QUndoGroup::canUndoChanged, undo, &QAction::setEnabled);
    connect(m_undoGroup, &QUndoGroup::canRedoChanged, redo, &QAction::setEnabled);
    connect(m_undoGroup, &QUndoGroup::undoTextChanged, undo, [undo](const QString &what) {
        undo->setText(what.isEmpty() ? tr("U&ndo") : tr("U&ndo: %1").arg(what));
    });
    connect(m_undoGroup, &QUndoGroup::redoTextChanged, redo, [redo](const QString &what) {
        redo->setText(what.isEmpty() ? tr("Re&do") : tr("Re&do: %1").arg(what));
    });
    addMenuAction(tr("&Copy rows"), QKeySequence::Copy, &MainWindow::copyRows);
    addMenuAction(tr("Copy rows with &headers"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
        &MainWindow::copyWithHeaders);
    addTableAction(tr("&Select all rows"), QKeySequence::SelectAll, &MainWindow::selectAllRows);
    addTableAction(tr("&Edit the cell"), QKeySequence(Qt::Key_F2), &MainWindow::editCell);
    addTableAction(tr("Leave rows &out, or take them back"), QKeySequence(Qt::Key_Delete),
        &MainWindow::leaveOutOrTakeBack);
    addTableAction(tr("F&ill down"), QKeySequence(Qt::CTRL | Qt::Key_D), &MainWindow::fillDown);
    addMenuAction(
        tr("&Find and replace"), QKeySequence(Qt::CTRL | Qt::Key_H), &MainWindow::findAndReplace);
    connect(m_pages, &QStackedWidget::currentChanged, this, [this] {
        const ListPage *page = currentPage();
        m_undoGroup->setActiveStack(page ? page->list().edits()->undoStack() : nullptr);
    });
}

// Its key is one of the table's own: elsewhere, Del has nothing to do with rows.
void MainWindow::addTableAction(
    const QString &text, const QKeySequence &key, void (MainWindow::*slot)())
{
    QAction *action = addMenuAction(text, key, slot);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    removeAction(action);
    m_tableActions += action;
}

void MainWindow::undo()
{
    m_undoGroup->undo();
}

void MainWindow::redo()
{
    m_undoGroup->redo();
}

void MainWindow::leaveOutOrTakeBack()
{
    if (const ListPage *page = currentPage())
        page->rowActions()->leaveOutOrTakeBack();
}

void MainWindow::fillDown()
{
    if (const ListPage *page = currentPage())
        page->rowActions()->fillDown();
}

void MainWindow::editCell()
{
    const ListPage *page = currentPage();
    const QModelIndex cell = page ? page->table()->currentIndex() : QModelIndex();
    if (cell.flags() & Qt::ItemIsEditable)
        page->table()->edit(cell);
}

void MainWindow::selectAllRows()
{
    if (const ListPage *page = currentPage())
        page->table()->selectAll();
}

void MainWindow::sortByColumn()
{
    if (const ListPage *page = currentPage())
        page->table()->sortByCurrentColumn();
}

void MainWindow::findAndReplace()
{
    if (ListPage *page = currentPage())
        page->findAndReplace();
}

void MainWindow::saveCorrected()
{
    if (ListPage *page = currentPage()) {
        page->table()->finishEditing();
        page->saveCorrected();
    }
}

} // namespace Rollbook
