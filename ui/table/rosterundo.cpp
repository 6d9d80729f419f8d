// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the table shows that a run is taken back.

#include "rostermodelprivate.h"

namespace Rollbook
{

void RosterModel::Private::finishArriving()
{
    while (!arriving.isEmpty())
        takeSlice();
}

void RosterModel::showUndo(const QList<UndoResult> &results, bool isPlanned)
{
    Q_ASSERT(!d->running);
    d->finishArriving();
    d->cells.setUndo(results, isPlanned);
    for (const UndoResult &result : results) {
        if (result.row >= 0 && result.row < rowCount()
            && result.status != UndoStatus::NothingToUndo)
            d->outcomes.setState(result.row, undoState(result.status, isPlanned));
    }
    d->setForeseen(isPlanned);
    d->changes.note(0, rowCount() - 1);
    d->changes.deliver();
}

void RosterModel::hideUndo()
{
    const QList<UndoResult> results = d->cells.undo();
    d->cells.setUndo({}, false);
    for (const UndoResult &result : results) {
        if (result.row < 0 || result.row >= rowCount() || !isUndo(rowState(result.row)))
            continue;
        if (const auto outcome = d->outcomes.result(result.row))
            d->outcomes.setState(result.row, settledState(*outcome));
    }
    d->setForeseen(false);
    d->changes.note(0, rowCount() - 1);
    d->changes.deliver();
}

} // namespace Rollbook
