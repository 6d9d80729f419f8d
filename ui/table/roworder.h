// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rowset.h"

#include <vector>

namespace Rollbook
{

/// All rows of a list in another order than the list has them. Immutable.
class RowOrder
{
public:
    /// `rows` has each row once.
    explicit RowOrder(std::vector<qint32> rows);

    const std::vector<qint32> &rows() const { return m_rows; }
    int rowAt(int place) const { return m_rows[static_cast<std::size_t>(place)]; }
    int placeOf(int row) const { return m_places[static_cast<std::size_t>(row)]; }
    /// The places at which rows of the set stand.
    RowSet placesOf(const RowSet &rows) const;
    /// One word of that.
    quint64 wordOfPlaces(const RowSet &rows, std::size_t index) const;
    friend bool operator==(const RowOrder &one, const RowOrder &other)
    {
        return one.m_rows == other.m_rows;
    }

private:
    std::vector<qint32> m_rows;   // by place
    std::vector<qint32> m_places; // by row
};

} // namespace Rollbook
