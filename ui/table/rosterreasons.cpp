// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the outcomes of a table say of its rows together: their reasons, and what to sort them by.

#include "domain/advice.h"
#include "peoplesorder.h"
#include "rostermodelprivate.h"
#include "table/rostercolumns.h"

namespace Rollbook
{

QVariant RosterModel::Private::sortKeyValue(int row, int column) const
{
    if (column == StateColumn)
        return static_cast<int>(outcomes.state(row));
    if (column != CourseColumn && !fieldOfColumn(column))
        return outcomes.table().sortKey(row, column);
    PrimaryKeys keys;
    const QByteArray text = cells.text(row, column).toUtf8();
    keys.append(text);
    return keys.key(0).toByteArray();
}

QList<std::pair<RowReason, int>> RosterModel::reasons() const
{
    return d->outcomes.reasons();
}

bool RosterModel::hasReasons() const
{
    return d->outcomes.hasReasons();
}

int RosterModel::count(const RowReason &reason) const
{
    return d->outcomes.count(reason);
}

std::optional<quint64> RosterModel::reasonId(const RowReason &reason) const
{
    return d->outcomes.idOf(reason);
}

OutcomeTable RosterModel::lendOutcomes()
{
    return d->outcomes.lend();
}

std::optional<RowReason> RosterModel::reason(int row) const
{
    const auto outcome = result(row);
    const RegistrationError *error = outcome ? outcome->error() : nullptr;
    return error ? std::optional<RowReason>(reasonOf(*error)) : std::nullopt;
}

RosterModel::Help RosterModel::help(int row) const
{
    const RowState state = rowState(row);
    if (state == RowState::Problem)
        return isEditable(row) ? Help::Correct : Help::None;
    const bool isRefused = state == RowState::WillReject || state == RowState::Rejected
        || state == RowState::Failed || state == RowState::NotAttempted;
    const std::optional<RowReason> why = isRefused ? reason(row) : std::nullopt;
    if (!why)
        return Help::None;
    return isEditable(row) && isMendedInTheList(why->code) ? Help::Correct : Help::Explain;
}

bool RosterModel::hasRetries() const
{
    return d->outcomes.hasRetries();
}

} // namespace Rollbook
