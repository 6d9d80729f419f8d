// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "searchindex.h"
#include "wordinbytes.h"

#include <array>
#include <vector>

namespace Rollbook
{

/// Which letters of ASCII were found in which rows of a part of a list.
class LettersOfRows
{
public:
    /// A part begins with a whole word of a RowSet.
    LettersOfRows(std::size_t firstRow, std::size_t endRow)
        : m_firstRow(firstRow)
        , m_words((endRow - firstRow + RowSet::RowsInWord - 1) / RowSet::RowsInWord)
    {
    }

    /// A letter beyond ASCII is none.
    void add(char letter, std::size_t row)
    {
        const auto index = static_cast<unsigned char>(letter);
        if (index >= m_rows.size())
            return;
        std::vector<quint64> &rows = m_rows[index];
        if (rows.empty())
            rows.resize(m_words, 0);
        const std::size_t inPart = row - m_firstRow;
        rows[inPart / RowSet::RowsInWord] |= quint64{1} << (inPart % RowSet::RowsInWord);
    }
    void add(const LetterBits &letters, std::size_t row);

    /// What was found in all the parts of a list, among some of its rows. Letters of all those, as
    /// an address that everybody has gives them, share one set.
    static NextLetters joined(const std::vector<LettersOfRows> &parts, const RowSet &among);

private:
    std::size_t m_firstRow;
    std::size_t m_words;
    // By letter, the words of a RowSet for the rows of the part; empty for one that does not occur.
    std::array<std::vector<quint64>, 128> m_rows;
};

} // namespace Rollbook
