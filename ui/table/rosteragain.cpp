// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the table shows that some rows of a run are tried again, among outcomes that stay.

#include "rostermodelprivate.h"

#include <algorithm>

namespace Rollbook
{

void RosterModel::addPlan(const RegistrationResults &plan)
{
    Q_ASSERT(!d->running);
    d->finishArriving();
    d->settle({plan.cbegin(), plan.cend()}, true);
}

void RosterModel::beginRun(const QList<qint32> &rows)
{
    Q_ASSERT(!d->running);
    d->finishArriving();
    d->running = true;
    if (rows.isEmpty())
        return;
    for (const qint32 row : rows)
        d->outcomes.setState(row, RowState::Waiting);
    const auto [first, last] = std::minmax_element(rows.cbegin(), rows.cend());
    d->changes.note(*first, *last);
    d->changes.deliver();
}

bool RosterModel::isSound(int row) const
{
    return d->baseStates.at(row) == RowState::Ready;
}

} // namespace Rollbook
