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
    : EvenRowsView(parent)
{
    setItemDelegate(new CellDelegate(this));
    setItemDelegateForColumn(RosterModel::StateColumn, new StateDelegate(this));
    setItemDelegateForColumn(RosterModel::ReasonColumn, new ReasonDelegate(this));
    horizontalHeader()->setStretchLastSection(true);
}

void RosterView::dataChanged(
    const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    // Assistive technology looks at rows that are out of sight, too.
    if (!roles.contains(RosterModel::RowStateRole) || QAccessible::isActive()) {
        EvenRowsView::dataChanged(topLeft, bottomRight, roles);
        return;
    }
    for (const int column :
        {RosterModel::StateColumn, RosterModel::AttemptsColumn, RosterModel::RegisteredAtColumn,
            RosterModel::DurationColumn, RosterModel::ReasonColumn})
        updateColumn(column, topLeft.row(), bottomRight.row());
}

void RosterView::updateColumn(int column, int firstRow, int lastRow)
{
    const Rows seen = rowsBetween(0, viewport()->height() - 1);
    const int top = qMax(firstRow, seen.first);
    const int bottom = qMin(lastRow, seen.last);
    if (top <= bottom && !isColumnHidden(column)) {
        const QModelIndex first = model()->index(top, column);
        const QModelIndex last = model()->index(bottom, column);
        viewport()->update(visualRect(first) | visualRect(last));
    }
}

} // namespace Rollbook
