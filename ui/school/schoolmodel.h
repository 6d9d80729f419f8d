// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "school/schoolrows.h"

#include <QAbstractTableModel>

#include <memory>

namespace Rollbook
{

/// A table about the school. Searching and ordering happen in a worker, so that 100 000 students
/// are no trouble; the table shows what it showed until they are done, then arranged() comes.
class SchoolModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Takes other rows, in the present search and order.
    void setRows(std::shared_ptr<const SchoolRows> rows);
    void setSearchText(const QString &text);
    /// By a column; -1: in the order in which the school lists them.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// How many rows there are, shown or not.
    int total() const { return m_rows ? m_rows->size() : 0; }
    const QString &searchText() const { return m_search; }
    bool isArranging() const { return m_isWorking; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void arranged();

protected:
    SchoolModel(QStringList titles, QObject *parent);

    /// Which of the rows is shown there.
    int sourceRow(int row) const { return m_order.at(row); }
    const SchoolRows *rows() const { return m_rows.get(); }

private:
    void arrange();
    void take(const std::shared_ptr<const SchoolRows> &rows, const QList<qint32> &order);

    QStringList m_titles;
    std::shared_ptr<const SchoolRows> m_rows; // shown
    std::shared_ptr<const SchoolRows> m_next; // to be shown
    QList<qint32> m_order;
    QString m_search;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_isWorking = false;
    bool m_isOld = false; // something else was asked for meanwhile
};

} // namespace Rollbook
