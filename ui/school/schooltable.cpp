// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "school/schooltable.h"

#include "wholerowdelegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSettings>

#include <algorithm>

namespace Rollbook
{

SchoolTable::SchoolTable(const QString &settingsKey, QList<int> widths, QWidget *parent)
    : QTableView(parent)
    , m_settingsKey(QStringLiteral("school/") + settingsKey)
    , m_widths(std::move(widths))
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
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setStretchLastSection(true);
    connect(this, &QTableView::doubleClicked, this, &SchoolTable::editWanted);
}

void SchoolTable::restoreColumns()
{
    const int letter = fontMetrics().averageCharWidth();
    for (int column = 0; column < m_widths.size(); ++column)
        setColumnWidth(column, m_widths.at(column) * letter);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    horizontalHeader()->restoreState(QSettings().value(m_settingsKey).toByteArray());
}

void SchoolTable::hideEvent(QHideEvent *event)
{
    QSettings().setValue(m_settingsKey, horizontalHeader()->saveState());
    QTableView::hideEvent(event);
}

QList<int> SchoolTable::selectedRows() const
{
    QList<int> rows;
    if (selectionModel()) {
        const QModelIndexList selected = selectionModel()->selectedRows();
        for (const QModelIndex &index : selected)
            rows += index.row();
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void SchoolTable::copySelection() const
{
    QStringList lines;
    const QList<int> rows = selectedRows();
    for (const int row : rows) {
        QStringList cells;
        for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
            const int column = horizontalHeader()->logicalIndex(visual);
            cells += model()->index(row, column).data().toString();
        }
        lines += cells.join(u'\t');
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void SchoolTable::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    switch (isPlain && currentIndex().isValid() ? event->key() : 0) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        Q_EMIT editWanted();
        return;
    case Qt::Key_Delete:
        Q_EMIT removeWanted();
        return;
    default:
        QTableView::keyPressEvent(event);
    }
}

} // namespace Rollbook
