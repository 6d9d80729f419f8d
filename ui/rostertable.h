// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "table/alikesearch.h"
#include "table/rosterview.h"

namespace Rollbook
{

class RosterModel;
class RosterProxyModel;
class TableColumns;

/// The table of a class list: sorted by its header, copied as a spreadsheet takes it, its columns
/// remembered, its cells edited as in one.
class RosterTable : public RosterView
{
    Q_OBJECT

public:
    explicit RosterTable(RosterModel &model, QWidget *parent = nullptr);

    RosterProxyModel *proxy() const { return m_proxy; }
    /// To the next row below the current one that has a problem or a warning, from the top again
    /// after the last.
    void goToNextProblem();
    enum class Headers : quint8 { Without, With };
    /// The selected rows, as text (with the headers, if they are asked for) and as a table.
    void copySelection(Headers headers = Headers::Without) const;
    /// Selects all rows shown that are in the state of the current one, or have its reason, too:
    /// once they are found, unless other rows are selected until then. Where they are too
    /// scattered, the table is sorted so that they stand together.
    void selectAlike(AlikeSearch::Alike alike);
    /// The selected rows, as rows of the class list, in the order in which they are seen.
    QList<qint32> selectedRows() const;
    /// Opens the cell of a row of the class list that is to be corrected; false where there is
    /// none that is shown.
    bool editWhatIsWrong(qint32 row);
    /// What is being typed into a cell counts.
    void finishEditing();
    /// By the column of the current cell: upwards, downwards, then as the list is.
    void sortByCurrentColumn();
    void rememberColumns() const;
    /// In pixels, how wide it has to be for what happened to be read.
    int widthToRead() const;
    /// Lets people choose the columns, by key.
    void showColumnsMenu();
    /// Rows closer together, in all tables; they follow with fitRows() or when they are next seen.
    static bool isCompact();
    static void setCompact(bool compact);
    void fitRows();

Q_SIGNALS:
    /// Somebody wants help with the current row: by its link, or by Enter where that stands.
    void helpWanted();

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    void goToRowBelow();
    bool isOnHelp() const;
    void editNeighbour(int step);
    QModelIndex problemCell(int row) const;
    /// First and last of the selected rows that follow each other, as they are seen.
    QList<RowRange> selectedRanges() const;
    void chooseCell(const QModelIndex &cell);
    void selectRanges(const QList<RowRange> &rows);

    RosterModel &m_model;
    RosterProxyModel *m_proxy;
    AlikeSearch *m_alike;
    TableColumns *m_columns = nullptr;
};

} // namespace Rollbook
