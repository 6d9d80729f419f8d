// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "outcometable.h"
#include "rowstolookat.h"
#include "table/rowreason.h"

#include <QHash>
#include <QList>

#include <array>
#include <optional>

namespace Rollbook
{

/// What became of every row, and of how many: kept while outcomes come.
class RowOutcomes
{
public:
    /// Rows that are Ready in `base` are in state `rest`, all others stay what they are; none has
    /// an outcome. The list warns of some rows.
    void reset(const QList<RowState> &base, const RowSet &warned, RowState rest);
    /// The list warns of other rows now.
    void setWarned(const RowSet &warned) { m_toLookAt.reset(warned, m_table.states); }
    const RowSet &rowsToLookAt() const { return m_toLookAt.rows(); }

    int size() const { return m_table.size(); }
    RowState state(int row) const { return m_table.states.at(row); }
    const OutcomeTable &table() const { return m_table; }
    /// All of it, for a worker.
    OutcomeTable lend() { return m_table.lend(); }
    int count(RowState state) const { return m_counts[static_cast<std::size_t>(state)]; }

    void settle(const StudentRegistrationResult &result, RowState state);
    /// Problem, Ready or LeftOut; whatever outcome the row had is forgotten.
    void setState(int row, RowState state);
    std::optional<StudentRegistrationResult> result(int row) const;
    /// Why rows are not registered, with how many; in no order. Kept while rows are settled.
    QList<std::pair<RowReason, int>> reasons() const;
    int count(const RowReason &reason) const;
    bool hasReasons() const { return !m_reasonCounts.isEmpty(); }
    /// The number of the reason in the table, none where no row ever had it.
    std::optional<quint64> idOf(const RowReason &reason) const;
    /// True when a row was sent more than once.
    bool hasRetries() const { return m_hasRetries; }

private:
    RowReason reasonWithId(quint64 id) const;
    void countState(int row, int step);
    qint32 argumentId(const QString &argument);

    OutcomeTable m_table;
    RowsToLookAt m_toLookAt;
    std::array<int, RowStateCount> m_counts{};
    QList<QString> m_arguments;
    QHash<QString, qint32> m_argumentIds;
    QHash<quint64, int> m_reasonCounts;
    bool m_hasRetries = false;
};

} // namespace Rollbook
