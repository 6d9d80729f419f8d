// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "table/rosterview.h"

#include "table/celldelegate.h"
#include "table/reasondelegate.h"
#include "table/rostermodel.h"
#include "table/statedelegate.h"

#include <QAccessible>
#include <QHeaderView>

namespace Rollbook
{

RosterView::RosterView(QWidget *parent)
    : QTableView(parent)
{
    setSelectionBehavior(SelectRows);
    setWordWrap(false);
    setItemDelegate(new CellDelegate(this));
    setItemDelegateForColumn(RosterModel::StateColumn, new StateDelegate(this));
    setItemDelegateForColumn(RosterModel::ReasonColumn, new ReasonDelegate(this));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setStretchLastSection(true);
}

void RosterView::dataChanged(
    const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    // Assistive technology looks at rows that are out of sight, too.
    if (!roles.contains(RosterModel::RowStateRole) || QAccessible::isActive()) {
        QTableView::dataChanged(topLeft, bottomRight, roles);
        return;
    }
    for (const int column :
        {RosterModel::StateColumn, RosterModel::AttemptsColumn, RosterModel::RegisteredAtColumn,
            RosterModel::DurationColumn, RosterModel::ReasonColumn})
        updateColumn(column, topLeft.row(), bottomRight.row());
}

void RosterView::updateColumn(int column, int firstRow, int lastRow)
{
    const int top = qMax(firstRow, rowAt(0));
    const int lowest = rowAt(viewport()->height() - 1);
    const int bottom = lowest < 0 ? lastRow : qMin(lastRow, lowest);
    if (top <= bottom && !isColumnHidden(column)) {
        const QModelIndex first = model()->index(top, column);
        const QModelIndex last = model()->index(bottom, column);
        viewport()->update(visualRect(first) | visualRect(last));
    }
}

} // namespace Rollbook
