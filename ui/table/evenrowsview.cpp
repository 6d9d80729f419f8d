// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "table/evenrowsview.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

namespace Rollbook
{

EvenRowsView::EvenRowsView(QWidget *parent)
    : QTableView(parent)
    , m_height(verticalHeader()->defaultSectionSize())
{
    setSelectionBehavior(SelectRows);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setShowGrid(false);
    setWordWrap(false);
    verticalHeader()->hide();
    // Only QTableView::updateGeometries() would hide what stands between both headers.
    if (auto *corner = findChild<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly))
        corner->hide();
}

void EvenRowsView::setModel(QAbstractItemModel *model)
{
    disconnect(m_removal);
    QTableView::setModel(model);
    verticalHeader()->setModel(&m_noRows);
    if (model)
        m_removal = connect(model, &QAbstractItemModel::rowsRemoved, this,
            &EvenRowsView::scheduleDelayedItemsLayout);
    scheduleDelayedItemsLayout();
}

void EvenRowsView::setHeightOfRows(int pixels)
{
    if (pixels == m_height)
        return;
    m_height = qMax(1, pixels);
    scheduleDelayedItemsLayout();
}

void EvenRowsView::reset()
{
    QTableView::reset();
    scheduleDelayedItemsLayout();
}

void EvenRowsView::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QTableView::rowsInserted(parent, first, last);
    scheduleDelayedItemsLayout();
}

int EvenRowsView::rowCount() const
{
    return model() ? model()->rowCount() : 0;
}

int EvenRowsView::wholeRowsInView() const
{
    return qMax(1, viewport()->height() / m_height);
}

int EvenRowsView::rowAtHeight(int y) const
{
    const int below = y + m_offset;
    return below < 0 ? -1 : below / m_height;
}

EvenRowsView::Rows EvenRowsView::rowsBetween(int top, int bottom) const
{
    return {qMax(0, rowAtHeight(top)), qMin(rowCount() - 1, rowAtHeight(bottom))};
}

int EvenRowsView::verticalOffset() const
{
    return m_offset;
}

// At the end, the last row stands at the bottom, even if the first that is seen is cut for it.
int EvenRowsView::offsetOfScrollBar() const
{
    const QScrollBar *bar = verticalScrollBar();
    const bool isAtEnd = bar->value() == bar->maximum() && bar->maximum() > 0;
    return isAtEnd ? rowCount() * m_height - viewport()->height() : bar->value() * m_height;
}

bool EvenRowsView::isIndexHidden(const QModelIndex &index) const
{
    return isColumnHidden(index.column());
}

QList<int> EvenRowsView::shownColumns() const
{
    const QHeaderView *header = horizontalHeader();
    QList<int> columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (!header->isSectionHidden(column))
            columns += column;
    }
    return columns;
}

QRect EvenRowsView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.model() != model() || isIndexHidden(index))
        return {};
    return {columnViewportPosition(index.column()), index.row() * m_height - m_offset,
        columnWidth(index.column()), m_height};
}

QModelIndex EvenRowsView::indexAt(const QPoint &position) const
{
    const int row = rowAtHeight(position.y());
    const int column = columnAt(position.x());
    return row < 0 || row >= rowCount() || column < 0 ? QModelIndex() : model()->index(row, column);
}

void EvenRowsView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || index.model() != model() || isIndexHidden(index))
        return;
    executeDelayedItemsLayout();
    const int rows = wholeRowsInView();
    const int highest = verticalScrollBar()->value();
    const int row = index.row();
    if (hint == PositionAtTop || (hint == EnsureVisible && row < highest))
        verticalScrollBar()->setValue(row);
    else if (hint == PositionAtBottom || (hint == EnsureVisible && row >= highest + rows))
        verticalScrollBar()->setValue(row - rows + 1);
    else if (hint == PositionAtCenter)
        verticalScrollBar()->setValue(row - rows / 2);
    scrollToColumn(index.column(), hint);
}

void EvenRowsView::scrollToColumn(int column, ScrollHint hint)
{
    const int from = horizontalHeader()->sectionPosition(column);
    const int width = columnWidth(column);
    const int room = viewport()->width();
    const int offset = horizontalHeader()->offset();
    if (hint == PositionAtCenter)
        horizontalScrollBar()->setValue(from - (room - width) / 2);
    else if (from < offset || width > room)
        horizontalScrollBar()->setValue(from);
    else if (from + width > offset + room)
        horizontalScrollBar()->setValue(from + width - room);
}

void EvenRowsView::updateGeometries()
{
    const QHeaderView *header = horizontalHeader();
    const int height = header->isHidden()
        ? 0
        : qBound(header->minimumHeight(), header->sizeHint().height(), header->maximumHeight());
    setViewportMargins(0, height, 0, 0);
    const QRect place = viewport()->geometry();
    horizontalHeader()->setGeometry(place.left(), place.top() - height, place.width(), height);
    updateScrollBars();
    // Not that of QTableView, which asks the header of rows.
    QAbstractItemView::updateGeometries(); // NOLINT(bugprone-parent-virtual-call)
}

void EvenRowsView::updateScrollBars()
{
    const int width = horizontalHeader()->length();
    // Bars that are not needed once they are gone must go.
    const QSize most = maximumViewportSize();
    const bool fits = width <= most.width() && qint64(rowCount()) * m_height <= most.height();
    const QSize room = fits ? most : viewport()->size();
    const int rows = qMax(1, room.height() / m_height);
    verticalScrollBar()->setPageStep(rows);
    verticalScrollBar()->setRange(0, qMax(0, rowCount() - rows));
    m_offset = offsetOfScrollBar();
    constexpr int stepsInView = 20;
    horizontalScrollBar()->setSingleStep(qMax(2, room.width() / stepsInView));
    horizontalScrollBar()->setPageStep(room.width());
    horizontalScrollBar()->setRange(0, qMax(0, width - room.width()));
}

void EvenRowsView::scrollContentsBy(int dx, int /*dy*/)
{
    const int before = horizontalHeader()->offset();
    horizontalHeader()->setOffset(horizontalScrollBar()->value());
    const int right = dx == 0 ? 0 : before - horizontalHeader()->offset();
    const int across = isRightToLeft() ? -right : right;
    const int down = m_offset - offsetOfScrollBar();
    m_offset -= down;
    scrollDirtyRegion(across, down);
    viewport()->scroll(across, down);
}

QModelIndex EvenRowsView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    executeDelayedItemsLayout();
    const QList<int> columns = shownColumns();
    if (columns.isEmpty() || rowCount() == 0)
        return {};
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return model()->index(0, columns.first());
    const qsizetype end = columns.size() - 1;
    const qsizetype before = qMax<qsizetype>(0, columns.indexOf(current.column()));
    const qsizetype onwards = isRightToLeft() ? -1 : 1;
    const bool isWhole = modifiers.testFlag(Qt::ControlModifier);
    int row = rowAfter(action, current);
    qsizetype place = before;
    switch (action) {
    case MoveLeft:
        place -= onwards;
        break;
    case MoveRight:
        place += onwards;
        break;
    case MoveHome:
        place = 0;
        row = isWhole ? 0 : row;
        break;
    case MoveEnd:
        place = end;
        row = isWhole ? rowCount() - 1 : row;
        break;
    case MovePrevious:
        row -= before == 0 ? 1 : 0;
        place = before == 0 ? end : before - 1;
        break;
    case MoveNext:
        row += before == end ? 1 : 0;
        place = before == end ? 0 : before + 1;
        break;
    default:
        break;
    }
    return model()->index(
        qBound(0, row, rowCount() - 1), columns.at(qBound<qsizetype>(0, place, end)));
}

int EvenRowsView::rowAfter(CursorAction action, const QModelIndex &current) const
{
    switch (action) {
    case MoveUp:
        return current.row() - 1;
    case MoveDown:
        return current.row() + 1;
    case MovePageUp:
        return rowAtHeight(visualRect(current).bottom() - viewport()->height());
    case MovePageDown:
        return rowAtHeight(visualRect(current).top() + viewport()->height());
    default:
        return current.row();
    }
}

void EvenRowsView::setSelection(const QRect &rectangle, QItemSelectionModel::SelectionFlags command)
{
    const QRect area = rectangle.normalized();
    const Rows rows = rowsBetween(area.top(), area.bottom());
    const QList<int> columns = shownColumns();
    if (!selectionModel() || rows.first > rows.last || columns.isEmpty())
        return;
    selectionModel()->select(QItemSelection(model()->index(rows.first, columns.first()),
                                 model()->index(rows.last, columns.first())),
        command);
}

QRegion EvenRowsView::visualRegionForSelection(const QItemSelection &selection) const
{
    const Rows seen = rowsBetween(0, viewport()->height() - 1);
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        const int first = qMax(seen.first, range.top());
        const int last = qMin(seen.last, range.bottom());
        if (range.isValid() && first <= last) {
            region += QRect(
                0, first * m_height - m_offset, viewport()->width(), (last - first + 1) * m_height);
        }
    }
    return region;
}

void EvenRowsView::paintEvent(QPaintEvent *event)
{
    const QRect area = event->rect();
    const Rows rows = rowsBetween(area.top(), area.bottom());
    QStyleOptionViewItem look;
    initViewItemOption(&look);
    QList<int> columns = shownColumns();
    columns.removeIf([&](int column) {
        const int from = columnViewportPosition(column);
        return from > area.right() || from + columnWidth(column) <= area.left();
    });
    const int pointed =
        viewport()->underMouse() ? rowAtHeight(viewport()->mapFromGlobal(QCursor::pos()).y()) : -1;
    QPainter painter(viewport());
    for (int row = rows.first; row <= rows.last; ++row) {
        look.state.setFlag(QStyle::State_MouseOver, row == pointed);
        paintRow(painter, lookOfRow(look, row), row, columns, event->region());
    }
}

QStyleOptionViewItem EvenRowsView::lookOfRow(const QStyleOptionViewItem &look, int row) const
{
    QStyleOptionViewItem ofRow(look);
    if (alternatingRowColors() && row % 2 == 1)
        ofRow.features |= QStyleOptionViewItem::Alternate;
    const QModelIndex first = model()->index(row, 0);
    if (selectionModel() && selectionModel()->isSelected(first))
        ofRow.state |= QStyle::State_Selected;
    const bool isEnabled = first.flags().testFlag(Qt::ItemIsEnabled) && this->isEnabled();
    ofRow.state.setFlag(QStyle::State_Enabled, isEnabled);
    ofRow.palette.setCurrentColorGroup(!isEnabled ? QPalette::Disabled
            : isActiveWindow()                    ? QPalette::Normal
                                                  : QPalette::Inactive);
    return ofRow;
}

void EvenRowsView::paintRow(QPainter &painter, const QStyleOptionViewItem &look, int row,
    const QList<int> &columns, const QRegion &region) const
{
    const bool hasFocus = this->hasFocus() || viewport()->hasFocus();
    for (const int column : columns) {
        const QModelIndex index = model()->index(row, column);
        QStyleOptionViewItem option(look);
        option.rect = visualRect(index);
        if (!region.intersects(option.rect))
            continue;
        if (hasFocus && index == currentIndex())
            option.state |= QStyle::State_HasFocus;
        style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &option, &painter, this);
        itemDelegateForIndex(index)->paint(&painter, option, index);
    }
}

} // namespace Rollbook
