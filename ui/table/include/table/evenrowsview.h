// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringListModel>
#include <QTableView>

namespace Rollbook
{

/// A QTableView whose rows are all of one height, selected whole, without a header of their own and
/// without a grid: where a row stands is computed. QTableView keeps a record of each row in its
/// vertical header and goes through all of them whenever rows come, go or change places, which
/// takes a third of a frame for a million. Scrolls by rows, sideways by pixels.
class EvenRowsView : public QTableView
{
    Q_OBJECT

public:
    explicit EvenRowsView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    /// In pixels, at least 1; that of QTableView until it is set. To be used instead of what
    /// QTableView says of single rows, which it does not know.
    int heightOfRows() const { return m_height; }
    void setHeightOfRows(int pixels);

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &position) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

public Q_SLOTS:
    void reset() override;

protected:
    struct Rows {
        int first = 0;
        int last = -1; ///< before the first where there are none
    };
    /// The rows of which something stands between these heights of the viewport.
    Rows rowsBetween(int top, int bottom) const;

    void paintEvent(QPaintEvent *event) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    int verticalOffset() const override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rectangle, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    bool isIndexHidden(const QModelIndex &index) const override;

protected Q_SLOTS:
    void rowsInserted(const QModelIndex &parent, int first, int last) override;

private:
    int rowCount() const;
    /// At least one, so that turning pages leads on in the lowest of windows.
    int wholeRowsInView() const;
    int offsetOfScrollBar() const;
    /// May be none of the model, below its last.
    int rowAtHeight(int y) const;
    /// Those that are shown, from the first to the last as they are seen in lines from left to
    /// right.
    QList<int> shownColumns() const;
    /// Up and down only; may be none of the model.
    int rowAfter(CursorAction action, const QModelIndex &current) const;
    void scrollToColumn(int column, ScrollHint hint);
    void updateScrollBars();
    void paintRow(QPainter &painter, const QStyleOptionViewItem &look, int row,
        const QList<int> &columns, const QRegion &region) const;
    QStyleOptionViewItem lookOfRow(const QStyleOptionViewItem &look, int row) const;

    // For the header that nobody sees; it would keep the record otherwise.
    QStringListModel m_noRows;
    QMetaObject::Connection m_removal;
    int m_height;
    int m_offset = 0; // how far down the rows are scrolled, in pixels
};

} // namespace Rollbook
