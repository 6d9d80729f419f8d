// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "school/schoolmodel.h"

#include "runthencallback.h"

namespace Rollbook
{

SchoolModel::SchoolModel(QStringList titles, QObject *parent)
    : QAbstractTableModel(parent)
    , m_titles(std::move(titles))
{
}

void SchoolModel::setRows(std::shared_ptr<const SchoolRows> rows)
{
    m_next = std::move(rows);
    arrange();
}

void SchoolModel::setSearchText(const QString &text)
{
    if (m_search == text)
        return;
    m_search = text;
    arrange();
}

void SchoolModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
}

void SchoolModel::arrange()
{
    m_isOld = m_isWorking;
    if (m_isWorking || !m_next)
        return;
    m_isWorking = true;
    runThenCallback(
        this,
        [rows = m_next, search = m_search, column = m_sortColumn, order = m_sortOrder] {
            return rows->arranged(search, column, order);
        },
        [this, rows = m_next](const QList<qint32> &order) {
            m_isWorking = false;
            if (m_isOld)
                arrange();
            else
                take(rows, order);
        });
}

void SchoolModel::take(const std::shared_ptr<const SchoolRows> &rows, const QList<qint32> &order)
{
    beginResetModel();
    m_rows = rows;
    m_order = order;
    endResetModel();
    Q_EMIT arranged();
}

int SchoolModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int SchoolModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_titles.size());
}

QVariant SchoolModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return m_rows->text(sourceRow(index.row()), index.column());
    return {};
}

QVariant SchoolModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    return m_titles.value(section);
}

} // namespace Rollbook
