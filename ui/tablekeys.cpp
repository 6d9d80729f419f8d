// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Getting around in the table as in a spreadsheet, while a cell is edited and between.

#include "rostertable.h"

#include "table/rostermodel.h"
#include "table/rosterproxymodel.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace Rollbook
{

void RosterTable::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isEnter && isPlain && state() != EditingState)
        goToRowBelow();
    else
        RosterView::keyPressEvent(event);
}

void RosterTable::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const bool moves = hint == QAbstractItemDelegate::EditNextItem
        || hint == QAbstractItemDelegate::EditPreviousItem
        || hint == QAbstractItemDelegate::SubmitModelCache;
    RosterView::closeEditor(editor, moves ? QAbstractItemDelegate::NoHint : hint);
    if (hint == QAbstractItemDelegate::SubmitModelCache)
        goToRowBelow();
    else if (moves)
        editNeighbour(hint == QAbstractItemDelegate::EditNextItem ? 1 : -1);
}

void RosterTable::finishEditing()
{
    if (state() == EditingState)
        setFocus();
}

void RosterTable::sortByCurrentColumn()
{
    const int column = currentIndex().column();
    const QHeaderView *header = horizontalHeader();
    if (column < 0)
        return;
    if (header->sortIndicatorSection() != column)
        sortByColumn(column, Qt::AscendingOrder);
    else if (header->sortIndicatorOrder() == Qt::AscendingOrder)
        sortByColumn(column, Qt::DescendingOrder);
    else
        sortByColumn(-1, Qt::AscendingOrder);
}

void RosterTable::goToRowBelow()
{
    const QModelIndex below = currentIndex().siblingAtRow(currentIndex().row() + 1);
    if (below.isValid())
        setCurrentIndex(below);
}

// In the order in which the columns are seen, past what cannot be edited.
void RosterTable::editNeighbour(int step)
{
    const qint64 columns = horizontalHeader()->count();
    const qint64 places = m_proxy->rowCount() * columns;
    qint64 place =
        currentIndex().row() * columns + horizontalHeader()->visualIndex(currentIndex().column());
    for (place += step; place >= 0 && place < places; place += step) {
        const int column = horizontalHeader()->logicalIndex(static_cast<int>(place % columns));
        const QModelIndex cell = m_proxy->index(static_cast<int>(place / columns), column);
        if (!isColumnHidden(column) && (cell.flags() & Qt::ItemIsEditable)) {
            setCurrentIndex(cell);
            edit(cell);
            return;
        }
    }
}

// Where the row's problem is seen; where it is no single cell's, what would identify the student.
QModelIndex RosterTable::problemCell(int row) const
{
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        const QModelIndex cell = m_proxy->index(row, column);
        if (column != RosterModel::StateColumn && !isColumnHidden(column)
            && !cell.data(Qt::AccessibleDescriptionRole).toString().isEmpty())
            return cell;
    }
    const QModelIndex id = m_proxy->index(row, RosterModel::StudentIdColumn);
    const auto rowState = static_cast<RowState>(id.data(RosterModel::RowStateRole).toInt());
    return rowState == RowState::Problem ? id : id.siblingAtColumn(RosterModel::StateColumn);
}

} // namespace Rollbook
