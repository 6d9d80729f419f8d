// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runhistory.h"

#include <QAbstractTableModel>

namespace Rollbook
{

/// The runs that were found, a row each.
class RunsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        WhenColumn,
        CourseColumn,
        ListColumn,
        PersonColumn,
        RegisteredColumn,
        WaitingColumn,
        NotRegisteredColumn,
        StateColumn,
        ColumnCount,
    };
    Q_ENUM(Column)
    /// What a column is sorted by.
    static constexpr int SortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(const QList<FoundRun> &runs);
    const QList<FoundRun> &runs() const { return m_runs; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant sortKey(int row, int column) const;

    QList<FoundRun> m_runs;
};

} // namespace Rollbook
