// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rankedrows.h"

#include <algorithm>
#include <bit>

namespace Rollbook
{

RankedRows::RankedRows(RowSet rows)
    : m_rows(std::move(rows))
{
    m_before.reserve(m_rows.words().size());
    quint32 before = 0;
    for (const quint64 word : m_rows.words()) {
        m_before.push_back(before);
        before += static_cast<quint32>(std::popcount(word));
    }
    m_count = static_cast<int>(before);
}

int RankedRows::at(int number) const
{
    const auto wanted = static_cast<quint32>(number);
    // The last word before which no more than that stand: those that are empty stand before it.
    const auto behind = std::upper_bound(m_before.cbegin(), m_before.cend(), wanted);
    const auto index = static_cast<std::size_t>(behind - m_before.cbegin()) - 1;
    quint64 word = m_rows.words()[index];
    for (quint32 left = wanted - m_before[index]; left > 0; --left)
        word &= word - 1;
    return static_cast<int>(index * RowSet::RowsInWord) + std::countr_zero(word);
}

int RankedRows::numberOf(int row) const
{
    const auto index = static_cast<std::size_t>(row);
    if (!m_rows.contains(index))
        return -1;
    const quint64 word = m_rows.words()[index / RowSet::RowsInWord];
    const quint64 before = word & ((quint64{1} << (index % RowSet::RowsInWord)) - 1);
    return static_cast<int>(m_before[index / RowSet::RowsInWord]) + std::popcount(before);
}

} // namespace Rollbook
