// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runcomparison.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <optional>

namespace Rollbook
{

/// "Came out differently", "Only in the first list", …
QString differenceTitle(RunDifference difference);

/// Two runs side by side, a row a student.
class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        StudentColumn,
        StudentIdColumn,
        CourseColumn, ///< where the runs are for several
        DifferenceColumn,
        FirstColumn,
        SecondColumn,
        ColumnCount,
    };
    Q_ENUM(Column)
    static constexpr int DifferenceRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setComparison(const RunComparison &comparison);
    const RunComparison &comparison() const { return m_comparison; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    RunComparison m_comparison;
};

/// Shows the students of one difference, or all.
class ComparisonFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setShown(std::optional<RunDifference> difference);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    std::optional<RunDifference> m_shown;
};

} // namespace Rollbook
