// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rostertable.h"

#include "tablecolumns.h"

#include "table/reasondelegate.h"
#include "table/rostermodel.h"
#include "table/rosterproxymodel.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QSettings>
#include <QShowEvent>

#include <algorithm>

namespace Rollbook
{

namespace
{

const QLatin1StringView CompactKey("compactRows");

} // namespace

RosterTable::RosterTable(RosterModel &model, QWidget *parent)
    : RosterView(parent)
    , m_model(model)
    , m_proxy(new RosterProxyModel(this))
    , m_alike(new AlikeSearch(*m_proxy, this))
{
    m_proxy->setSourceModel(&model);
    setModel(m_proxy);
    setAccessibleName(tr("Students of the list"));
    setAlternatingRowColors(true);
    setTabKeyNavigation(false);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    QHeaderView *header = horizontalHeader();
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setSortIndicatorClearable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionsMovable(true);
    setSortingEnabled(true);
    m_columns = new TableColumns(*this, model, this);
    m_columns->restore();
    fitRows();
    viewport()->setMouseTracking(true);
    const auto *reasons =
        qobject_cast<ReasonDelegate *>(itemDelegateForColumn(RosterModel::ReasonColumn));
    connect(reasons, &ReasonDelegate::helpWanted, this, &RosterTable::helpWanted);
    connect(m_alike, &AlikeSearch::found, this, &RosterTable::selectRanges);
    connect(m_alike, &AlikeSearch::sortingWanted, this,
        [this](int column) { sortByColumn(column, Qt::AscendingOrder); });
    connect(
        selectionModel(), &QItemSelectionModel::selectionChanged, m_alike, &AlikeSearch::cancel);
    // Rows may stay where they are while other words are marked in them.
    connect(m_proxy, &RosterProxyModel::arranged, viewport(), qOverload<>(&QWidget::update));
}

void RosterTable::rememberColumns() const
{
    m_columns->remember();
}

int RosterTable::widthToRead() const
{
    return m_columns->leastWidth() + verticalScrollBar()->sizeHint().width() + 2 * frameWidth();
}

void RosterTable::showColumnsMenu()
{
    const QHeaderView *header = horizontalHeader();
    m_columns->openMenu(header->mapToGlobal(QPoint(0, header->height())));
}

bool RosterTable::isCompact()
{
    return QSettings().value(CompactKey).toBool();
}

void RosterTable::setCompact(bool compact)
{
    QSettings().setValue(CompactKey, compact);
}

void RosterTable::fitRows()
{
    const int letters = fontMetrics().height();
    setHeightOfRows(isCompact() ? letters + letters / 6 : letters * 3 / 2 + 4);
}

// Columns and density may have been changed beside another list.
void RosterTable::showEvent(QShowEvent *event)
{
    RosterView::showEvent(event);
    if (event->spontaneous())
        return;
    m_columns->restore();
    fitRows();
}

void RosterTable::hideEvent(QHideEvent *event)
{
    RosterView::hideEvent(event);
    if (!event->spontaneous())
        m_columns->remember();
}

void RosterTable::goToNextProblem()
{
    const int row = m_proxy->nextToLookAt(currentIndex().isValid() ? currentIndex().row() + 1 : 0);
    if (row < 0)
        return;
    chooseCell(problemCell(row));
    scrollTo(m_proxy->index(row, RosterModel::StateColumn), PositionAtCenter);
}

// Whatever keys are held just now, which a view would heed: a run that was started by Ctrl+Enter
// may end before they are let go.
void RosterTable::chooseCell(const QModelIndex &cell)
{
    selectionModel()->setCurrentIndex(
        cell, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

// Asked as ranges: of a million rows, a list of indexes takes longer than a frame.
QList<RowRange> RosterTable::selectedRanges() const
{
    QList<RowRange> ranges;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        ranges += {range.top(), range.bottom()};
    std::sort(ranges.begin(), ranges.end());
    QList<RowRange> merged;
    for (const auto &[first, last] : std::as_const(ranges)) {
        if (!merged.isEmpty() && first <= merged.constLast().second + 1)
            merged.last().second = qMax(merged.constLast().second, last);
        else
            merged += {first, last};
    }
    return merged;
}

QList<qint32> RosterTable::selectedRows() const
{
    const QList<RowRange> ranges = selectedRanges();
    QList<qint32> rows;
    for (const auto &[first, last] : ranges) {
        for (int row = first; row <= last; ++row)
            rows += m_proxy->mapToSource(m_proxy->index(row, 0)).row();
    }
    return rows;
}

} // namespace Rollbook
