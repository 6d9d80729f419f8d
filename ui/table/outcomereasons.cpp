// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The reasons of the outcomes, counted as they come, so that nobody has to look at all rows to
// know which ones there are.

#include "rowoutcomes.h"

namespace Rollbook
{

namespace
{

// In place of an argument's number, where rows with the same code belong together whatever it is.
constexpr quint32 AnyArgument = 0xffff'ffff;

bool belongTogether(ReasonCode code)
{
    return code == ReasonCode::DuplicateRow || code == ReasonCode::InvalidData;
}

} // namespace

bool RowOutcomes::isRefused(RowState state)
{
    return state == RowState::WillReject
        || (state >= RowState::Rejected && state <= RowState::NotAttempted);
}

void RowOutcomes::countState(int row, int step)
{
    const RowState state = m_states.at(row);
    m_counts[static_cast<std::size_t>(state)] += step;
    if (!isRefused(state) || !isError(outcome(row)))
        return;
    const quint64 reason = reasonId(outcome(row));
    int &count = m_reasonCounts[reason];
    count += step;
    if (count == 0)
        m_reasonCounts.remove(reason);
}

quint64 RowOutcomes::reasonId(const Outcome &outcome)
{
    const auto code = static_cast<ReasonCode>(outcome.kind);
    const quint32 argument =
        belongTogether(code) ? AnyArgument : static_cast<quint32>(outcome.number);
    return quint64{outcome.kind} << 32U | argument;
}

std::optional<quint64> RowOutcomes::idOf(const RowReason &reason) const
{
    const quint64 code = static_cast<quint64>(reason.code) << 32U;
    if (belongTogether(reason.code))
        return code | AnyArgument;
    const auto argument = m_argumentIds.constFind(reason.argument);
    if (argument == m_argumentIds.cend())
        return std::nullopt;
    return code | static_cast<quint32>(*argument);
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

QList<qint32> RowOutcomes::rowsWith(const RowReason &reason) const
{
    const std::optional<quint64> id = idOf(reason);
    const int wanted = id ? m_reasonCounts.value(*id) : 0;
    QList<qint32> rows;
    rows.reserve(wanted);
    // All others need not be looked at once these are found.
    for (int row = 0; row < size() && rows.size() < wanted; ++row) {
        if (isRefused(state(row)) && isError(outcome(row)) && reasonId(outcome(row)) == *id)
            rows += row;
    }
    return rows;
}

quint32 RowOutcomes::attempts(int row) const
{
    return isOfRun(state(row)) ? static_cast<quint32>(outcome(row).attempts) : 0;
}

quint32 RowOutcomes::duration(int row) const
{
    return isOfRun(state(row)) ? static_cast<quint32>(outcome(row).durationMs) : 0;
}

qint64 RowOutcomes::registeredAt(int row) const
{
    if (!isOfRun(state(row)) || isError(outcome(row)))
        return 0;
    return static_cast<qint64>(quint64{outcome(row).at.high} << 32U | outcome(row).at.low);
}

} // namespace Rollbook
