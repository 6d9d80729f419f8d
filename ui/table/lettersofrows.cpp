// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lettersofrows.h"

#include <bit>

namespace Rollbook
{

void LettersOfRows::add(const LetterBits &letters, std::size_t row)
{
    for (std::size_t half = 0; half < letters.size(); ++half) {
        for (quint64 left = letters[half]; left != 0; left &= left - 1)
            add(static_cast<char>(half * 64 + static_cast<std::size_t>(std::countr_zero(left))),
                row);
    }
}

NextLetters LettersOfRows::joined(const std::vector<LettersOfRows> &parts, const RowSet &among)
{
    NextLetters all;
    std::shared_ptr<const RowSet> inEachRow;
    for (std::size_t letter = 0; letter < std::tuple_size_v<decltype(m_rows)>; ++letter) {
        std::shared_ptr<RowSet> found;
        for (const LettersOfRows &part : parts) {
            const std::vector<quint64> &words = part.m_rows[letter];
            if (words.empty())
                continue;
            if (!found)
                found = std::make_shared<RowSet>(among.rows());
            for (std::size_t i = 0; i < words.size(); ++i)
                found->setWord(part.m_firstRow / RowSet::RowsInWord + i, words[i]);
        }
        if (!found)
            continue;
        const bool isInEachRow = *found == among;
        if (isInEachRow && !inEachRow)
            inEachRow = found;
        all.emplace(static_cast<char>(letter), isInEachRow ? inEachRow : std::move(found));
    }
    return all;
}

} // namespace Rollbook
