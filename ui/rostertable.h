// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "table/rosterview.h"

namespace Rollbook
{

class RosterModel;
class RosterProxyModel;

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
    /// The selected rows as text, cells separated by tabs.
    void copySelection() const;
    /// The selected rows, as rows of the class list, in the order in which they are seen.
    QList<qint32> selectedRows() const;
    /// What is being typed into a cell counts.
    void finishEditing();
    /// By the column of the current cell: upwards, downwards, then as the list is.
    void sortByCurrentColumn();
    void rememberColumns() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    void goToRowBelow();
    void editNeighbour(int step);
    QModelIndex problemCell(int row) const;
    void restoreColumns();

    RosterModel &m_model;
    RosterProxyModel *m_proxy;
};

} // namespace Rollbook
