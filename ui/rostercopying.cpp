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
    const QList<std::pair<int, int>> ranges = selectedRanges();
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

void RosterTable::selectAlike(Alike alike)
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return;
    const int chosen = m_proxy->mapToSource(current).row();
    const RowState state = m_model.rowState(chosen);
    const std::optional<RowReason> reason = m_model.reason(chosen);
    const auto isAlike = [&](int row) {
        return m_model.rowState(row) == state
            && (alike == Alike::InState || m_model.reason(row) == reason);
    };
    QItemSelection rows;
    int first = -1;
    const int end = m_proxy->rowCount();
    for (int row = 0; row <= end; ++row) {
        const bool belongs =
            row < end && isAlike(m_proxy->mapToSource(m_proxy->index(row, 0)).row());
        if (belongs && first < 0)
            first = row;
        if (!belongs && first >= 0) {
            rows += QItemSelectionRange(
                m_proxy->index(first, 0), m_proxy->index(row - 1, RosterModel::ColumnCount - 1));
            first = -1;
        }
    }
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

} // namespace Rollbook
