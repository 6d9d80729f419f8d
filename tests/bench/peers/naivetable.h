// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/registration.h"
#include "roster/roster.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <array>
#include <vector>

namespace Rollbook::Bench
{

/// The table as a tutorial builds it: a struct of strings a row, a signal a row.
class NaiveModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { State, StudentId, FamilyName, GivenName, Email, Reason, ColumnCount };

    explicit NaiveModel(const Roster &roster);

    void setOutcome(const StudentRegistrationResult &result);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    using Row = std::array<QString, ColumnCount>;
    std::vector<Row> m_rows;
};

} // namespace Rollbook::Bench
