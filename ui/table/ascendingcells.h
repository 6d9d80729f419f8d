// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <span>

namespace Rollbook
{

/// Cells of text one after the other, in rows of as many cells each.
struct CellText {
    const char *text = nullptr;
    std::span<const quint32> ends; ///< of each cell in the text, row by row
    std::size_t columns = 1;

    const char *beginOfRow(std::size_t row) const
    {
        return row == 0 ? text : text + ends[row * columns - 1];
    }
};

/// Tells which cell a place in the text lies in, for places that ascend: most often one of the
/// next.
class AscendingCells
{
public:
    /// From a row on, which there is.
    AscendingCells(const CellText &cells, std::size_t firstRow)
        : m_text(cells.text)
        , m_ends(cells.ends)
        , m_columns(cells.columns)
    {
        goToRow(firstRow);
    }

    /// To a place before the end of all text, and not before the one that was gone to last.
    void goTo(const char *place)
    {
        constexpr int Near = 16; // rows that are passed in less time than it takes to leap
        const auto offset = static_cast<quint32>(place - m_text);
        for (int passed = 0; endOf(m_row) <= offset; ++passed) {
            if (passed == Near)
                leapTo(offset);
            else
                goToRow(m_row + 1);
        }
        while (m_ends[m_cell] <= offset)
            ++m_cell;
    }

    std::size_t row() const { return m_row; }
    std::size_t column() const { return m_cell - m_row * m_columns; }
    const char *end() const { return m_text + m_ends[m_cell]; }
    const char *endOfRow() const { return m_text + endOf(m_row); }

private:
    quint32 endOf(std::size_t row) const { return m_ends[(row + 1) * m_columns - 1]; }
    void goToRow(std::size_t row)
    {
        m_row = row;
        m_cell = row * m_columns;
    }
    void leapTo(quint32 offset);

    const char *m_text;
    std::span<const quint32> m_ends;
    std::size_t m_columns;
    std::size_t m_row = 0;
    std::size_t m_cell = 0;
};

} // namespace Rollbook
