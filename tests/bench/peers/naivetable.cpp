// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "naivetable.h"

namespace Rollbook::Bench
{

NaiveModel::NaiveModel(const Roster &roster)
{
    const StudentList &students = roster.students;
    m_rows.reserve(static_cast<std::size_t>(students.size()));
    for (int row = 0; row < students.size(); ++row) {
        m_rows.push_back({QStringLiteral("To do"), students.text(row, StudentField::StudentId),
            students.text(row, StudentField::FamilyName),
            students.text(row, StudentField::GivenName), students.text(row, StudentField::Email),
            QString()});
    }
}

void NaiveModel::setOutcome(const StudentRegistrationResult &result)
{
    Row &row = m_rows[static_cast<std::size_t>(result.row)];
    row[State] = statusTitle(result.status());
    row[Reason] = explain(result);
    Q_EMIT dataChanged(index(result.row, State), index(result.row, Reason));
}

int NaiveModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int NaiveModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NaiveModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    return m_rows[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
}

} // namespace Rollbook::Bench
