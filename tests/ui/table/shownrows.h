// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "table/rostermodel.h"
#include "table/rosterproxymodel.h"

#include <vector>

namespace Rollbook::Test
{

// Vectors: Qt compares two empty lists by memcmp() of null pointers, which UBSan forbids.
using Rows = std::vector<int>;

/// What a cell says, or what else it has.
inline QString text(const RosterModel &model, int row, int column, int role = Qt::DisplayRole)
{
    return model.index(row, column).data(role).toString();
}

/// The students of a table, in the order in which it has them.
inline QStringList ids(const QAbstractItemModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += model.index(row, RosterModel::StudentIdColumn).data().toString();
    return ids;
}

/// The rows of the list behind it, in the order in which they are shown.
inline Rows shownRows(const RosterProxyModel &proxy)
{
    Rows rows;
    for (int row = 0; row < proxy.rowCount(); ++row)
        rows.push_back(proxy.mapToSource(proxy.index(row, 0)).row());
    return rows;
}

} // namespace Rollbook::Test
