// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Getting around in the table as in a spreadsheet, while a cell is edited and between.

#include "rostertable.h"

#include "table/reasondelegate.h"
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
    const bool isFree = isEnter && isPlain && state() != EditingState;
    if (isFree && isOnHelp())
        Q_EMIT helpWanted();
    else if (isFree)
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

bool RosterTable::isOnHelp() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() && current.column() == RosterModel::ReasonColumn
        && current.data(RosterModel::RowHelpRole).toInt()
        != static_cast<int>(RosterModel::Help::None);
}

// A hand over what can be clicked.
void RosterTable::mouseMoveEvent(QMouseEvent *event)
{
    RosterView::mouseMoveEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    bool isOnLink = false;
    if (index.isValid() && index.column() == RosterModel::ReasonColumn) {
        QStyleOptionViewItem option;
        initViewItemOption(&option);
        isOnLink = ReasonDelegate::linkRect(visualRect(index), index, option)
                       .contains(event->position().toPoint());
    }
    if (isOnLink)
        viewport()->setCursor(Qt::PointingHandCursor);
    else
        viewport()->unsetCursor();
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

bool RosterTable::editWhatIsWrong(qint32 row)
{
    const QModelIndex shown = m_proxy->mapFromSource(m_model.index(row, 0));
    if (!shown.isValid())
        return false;
    const auto result = m_model.result(row);
    const RegistrationError *error = result ? result->error() : nullptr;
    QModelIndex cell = error && error->code == ReasonCode::UnknownCourse
        ? shown.siblingAtColumn(RosterModel::CourseColumn)
        : problemCell(shown.row());
    if (!(cell.flags() & Qt::ItemIsEditable) || isColumnHidden(cell.column()))
        cell = shown.siblingAtColumn(RosterModel::StudentIdColumn);
    if (!(cell.flags() & Qt::ItemIsEditable))
        return false;
    setFocus();
    chooseCell(cell);
    scrollTo(cell);
    edit(cell);
    return true;
}

} // namespace Rollbook
