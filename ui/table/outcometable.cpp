// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outcometable.h"

#include "table/rostermodel.h"
#include "table/rowreason.h"

namespace Rollbook
{

namespace
{

bool isRefused(RowState state)
{
    return state == RowState::WillReject
        || (state >= RowState::Rejected && state <= RowState::NotAttempted);
}

// Numbers below zero before those above; nothing known first.
quint64 inOrder(qint64 number)
{
    constexpr quint64 signBit = quint64{1} << 63U;
    return number == 0 ? 0 : static_cast<quint64>(number) ^ signBit;
}

} // namespace

OutcomeTable OutcomeTable::lend()
{
    // The states are not shared, for the same reason as the blocks; a byte each is soon copied.
    return {QList<RowState>(states.cbegin(), states.cend()), records.lend()};
}

bool OutcomeTable::hasOutcome(RowState state)
{
    return state != RowState::Problem && state != RowState::Ready && state != RowState::Waiting
        && state != RowState::LeftOut;
}

bool OutcomeTable::isOfRun(RowState state)
{
    return state >= RowState::Registered && state <= RowState::NotAttempted;
}

std::optional<quint64> OutcomeTable::reasonId(int row) const
{
    if (!isRefused(states.at(row)))
        return std::nullopt;
    const OutcomeRecord &record = records.at(row);
    if (!record.isError())
        return std::nullopt;
    return reasonId(static_cast<ReasonCode>(record.kind), record.number);
}

quint64 OutcomeTable::reasonId(ReasonCode code, qint32 argument)
{
    const quint32 number = isReasonOfOneRow(code) ? AnyArgument : static_cast<quint32>(argument);
    return static_cast<quint64>(code) << 32U | number;
}

quint32 OutcomeTable::attempts(int row) const
{
    return isOfRun(states.at(row)) ? static_cast<quint32>(records.at(row).attempts) : 0;
}

quint32 OutcomeTable::duration(int row) const
{
    return isOfRun(states.at(row)) ? static_cast<quint32>(records.at(row).durationMs) : 0;
}

qint64 OutcomeTable::registeredAt(int row) const
{
    if (!isOfRun(states.at(row)) || records.at(row).isError())
        return 0;
    const OutcomeRecord::RegisteredAt at = records.at(row).at;
    return static_cast<qint64>(quint64{at.high} << 32U | at.low);
}

// Brings the same reasons together, by seat or place where there is one.
quint64 OutcomeTable::reasonKey(int row) const
{
    const RowState state = states.at(row);
    const quint64 key = static_cast<quint64>(state) << 48U;
    if (!hasOutcome(state))
        return key;
    const OutcomeRecord &record = records.at(row);
    return key | quint64{record.kind} << 32U | static_cast<quint32>(record.number);
}

quint64 OutcomeTable::sortKey(int row, int column) const
{
    switch (column) {
    case RosterModel::AttemptsColumn:
        return attempts(row);
    case RosterModel::RegisteredAtColumn:
        return inOrder(registeredAt(row));
    case RosterModel::DurationColumn:
        return duration(row);
    default:
        return reasonKey(row);
    }
}

} // namespace Rollbook
