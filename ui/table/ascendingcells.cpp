// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ascendingcells.h"

#include <algorithm>

namespace Rollbook
{

// In steps that double, and back in halves, to the first row that ends behind it.
void AscendingCells::leapTo(quint32 offset)
{
    const std::size_t rows = m_ends.size() / m_columns;
    std::size_t before = m_row; // ends before it
    std::size_t step = 1;
    while (before + step < rows && endOf(before + step) <= offset) {
        before += step;
        step *= 2;
    }
    std::size_t behind = std::min(before + step, rows - 1);
    while (behind - before > 1) {
        const std::size_t middle = before + (behind - before) / 2;
        (endOf(middle) <= offset ? before : behind) = middle;
    }
    goToRow(behind);
}

} // namespace Rollbook
