// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rows of the table taken together: copied, and selected by what became of them.

#include "rostertable.h"

#include "copiedtable.h"

#include "table/rostermodel.h"
#include "table/rosterproxymodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMimeData>

namespace Rollbook
{

void RosterTable::copySelection(Headers headers) const
{
    QList<int> columns;
    QStringList header;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (isColumnHidden(column))
            continue;
        columns += column;
        header += m_proxy->headerData(column, Qt::Horizontal).toString();
    }
    const QList<RowRange> ranges = selectedRanges();
    QList<QStringList> rows;
    for (const auto &[first, last] : ranges) {
        for (int row = first; row <= last; ++row) {
            QStringList cells;
            for (const int column : std::as_const(columns))
                cells += m_proxy->index(row, column).data().toString();
            rows += cells;
        }
    }
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setMimeData(
            copiedTable(header, rows, headers == Headers::With).release());
}

void RosterTable::selectAlike(AlikeSearch::Alike alike)
{
    const QModelIndex current = currentIndex();
    if (current.isValid())
        m_alike->begin(m_proxy->mapToSource(current).row(), alike);
}

void RosterTable::selectRanges(const QList<RowRange> &rows)
{
    QItemSelection selection;
    selection.reserve(rows.size());
    for (const auto &[first, last] : rows)
        selection += QItemSelectionRange(
            m_proxy->index(first, 0), m_proxy->index(last, RosterModel::ColumnCount - 1));
    // In two steps: a change from one selection to another compares each range with each.
    selectionModel()->clearSelection();
    selectionModel()->select(selection, QItemSelectionModel::Select);
    scrollTo(currentIndex());
}

} // namespace Rollbook
