// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "outcomerecords.h"
#include "table/rowstate.h"

#include <QList>

#include <optional>

namespace Rollbook
{

/// The state of every row and what its outcome says, in 21 bytes a row instead of the 40 of a
/// StudentRegistrationResult. A value; that of a worker is made with lend().
struct OutcomeTable {
    QList<RowState> states;
    OutcomeRecords records;

    int size() const { return static_cast<int>(states.size()); }
    /// As it is now, for another thread.
    OutcomeTable lend();

    /// True in a state that has an outcome or a plan.
    static bool hasOutcome(RowState state);
    /// True in a state that a run left a row in.
    static bool isOfRun(RowState state);
    /// A number for the reasons of rows that belong together, none where there is no reason.
    std::optional<quint64> reasonId(int row) const;
    static quint64 reasonId(ReasonCode code, qint32 argument);

    /// 0 where the row has no outcome of a run.
    quint32 attempts(int row) const;
    /// Milliseconds, 0 likewise.
    quint32 duration(int row) const;
    /// Milliseconds since the epoch, 0 where nothing is known.
    qint64 registeredAt(int row) const;
    /// To sort by one of the columns of RosterModel that say what came of a row.
    quint64 sortKey(int row, int column) const;

private:
    quint64 reasonKey(int row) const;
};

/// In place of an argument's number, where rows with the same code belong together whatever it is.
constexpr quint32 AnyArgument = 0xffff'ffff;

} // namespace Rollbook
