// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rowset.h"
#include "table/rowstate.h"

#include <QList>

namespace Rollbook
{

/// The rows of a table that people are to look at: those that are not registered, and those that
/// are warned of as long as that can be mended before the run.
class RowsToLookAt
{
public:
    /// For a list with warnings of these rows, and the states that its rows are in.
    void reset(const RowSet &warned, const QList<RowState> &states);
    /// The row is in another state now.
    void note(int row, RowState state);
    const RowSet &rows() const { return m_rows; }

private:
    RowSet m_warned{0};
    RowSet m_rows{0};
};

} // namespace Rollbook
