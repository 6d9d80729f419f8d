// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The reasons of the outcomes, counted as they come, so that nobody has to look at all rows to
// know which ones there are.

#include "rowoutcomes.h"

namespace Rollbook
{

void RowOutcomes::countState(int row, int step)
{
    m_counts[static_cast<std::size_t>(state(row))] += step;
    const std::optional<quint64> reason = m_table.reasonId(row);
    if (!reason)
        return;
    int &count = m_reasonCounts[*reason];
    count += step;
    if (count == 0)
        m_reasonCounts.remove(*reason);
}

std::optional<quint64> RowOutcomes::idOf(const RowReason &reason) const
{
    if (isReasonOfOneRow(reason.code))
        return OutcomeTable::reasonId(reason.code, 0);
    const auto argument = m_argumentIds.constFind(reason.argument);
    if (argument == m_argumentIds.cend())
        return std::nullopt;
    return OutcomeTable::reasonId(reason.code, *argument);
}

RowReason RowOutcomes::reasonWithId(quint64 id) const
{
    const auto argument = static_cast<quint32>(id);
    return {static_cast<ReasonCode>(id >> 32U),
        argument == AnyArgument ? QString() : m_arguments.at(static_cast<qsizetype>(argument))};
}

QList<std::pair<RowReason, int>> RowOutcomes::reasons() const
{
    QList<std::pair<RowReason, int>> reasons;
    for (auto counted = m_reasonCounts.cbegin(); counted != m_reasonCounts.cend(); ++counted)
        reasons += {reasonWithId(counted.key()), counted.value()};
    return reasons;
}

int RowOutcomes::count(const RowReason &reason) const
{
    const std::optional<quint64> id = idOf(reason);
    return id ? m_reasonCounts.value(*id) : 0;
}

} // namespace Rollbook
