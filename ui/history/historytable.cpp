// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/historytable.h"

#include "wholerowdelegate.h"

#include <QHeaderView>
#include <QSettings>

#include <algorithm>

namespace Rollbook
{

HistoryTable::HistoryTable(const QString &name, QWidget *parent)
    : QTableView(parent)
    , m_key(QStringLiteral("columnsOfHistory/") + name)
{
    setItemDelegate(new WholeRowDelegate(this));
    setSelectionBehavior(SelectRows);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2 + 4);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
}

void HistoryTable::takeModel(QAbstractItemModel *model, const QList<int> &widthsInLetters)
{
    setModel(model);
    const int letter = fontMetrics().averageCharWidth();
    for (int column = 0; column < model->columnCount(); ++column) {
        const int width = widthsInLetters.value(column);
        if (width == 0)
            horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
        else
            setColumnWidth(column, width * letter);
    }
    horizontalHeader()->restoreState(QSettings().value(m_key).toByteArray());
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &HistoryTable::selectedRowsChanged);
    connect(model, &QAbstractItemModel::modelReset, this, &HistoryTable::selectedRowsChanged);
}

void HistoryTable::hideEvent(QHideEvent *event)
{
    QTableView::hideEvent(event);
    if (model())
        QSettings().setValue(m_key, horizontalHeader()->saveState());
}

QString HistoryTable::asText() const
{
    QList<int> columns;
    QStringList words;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (isColumnHidden(column))
            continue;
        columns += column;
        words += model()->headerData(column, Qt::Horizontal).toString();
    }
    QList<int> rows;
    const QModelIndexList selected = selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows += index.row();
    for (int row = 0; selected.isEmpty() && row < model()->rowCount(); ++row)
        rows += row;
    std::sort(rows.begin(), rows.end());
    QStringList lines{words.join(u'\t')};
    for (const int row : std::as_const(rows)) {
        QStringList cells;
        for (const int column : std::as_const(columns))
            cells += model()->index(row, column).data().toString();
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace Rollbook
