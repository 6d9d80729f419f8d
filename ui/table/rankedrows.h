// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rowset.h"

#include <vector>

namespace Rollbook
{

/// Some rows, with the number that each has among them: what a filter shows, in a bit and a half a
/// row instead of two numbers, and made in the time of a look at those bits.
class RankedRows
{
public:
    RankedRows() = default;
    explicit RankedRows(RowSet rows);

    const RowSet &rows() const { return m_rows; }
    int count() const { return m_count; }
    /// The row with the number, which is from 0 to count() - 1.
    int at(int number) const;
    /// The number of a row; -1 where it is not among them.
    int numberOf(int row) const;
    friend bool operator==(const RankedRows &, const RankedRows &) = default;

private:
    RowSet m_rows{0};
    std::vector<quint32> m_before; // how many stand before each word of the set
    int m_count = 0;
};

} // namespace Rollbook
