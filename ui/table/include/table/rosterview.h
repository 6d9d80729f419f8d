// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "table/evenrowsview.h"

namespace Rollbook
{

/// The view of a RosterProxyModel: state and reason are drawn by their delegates.
/// Changes out of sight cost nothing: QTableView itself would paint everything again for them,
/// which takes most of a frame while outcomes stream in.
class RosterView : public EvenRowsView
{
    Q_OBJECT

public:
    explicit RosterView(QWidget *parent = nullptr);

protected:
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
        const QList<int> &roles = {}) override;

private:
    void updateColumn(int column, int firstRow, int lastRow);
};

} // namespace Rollbook
