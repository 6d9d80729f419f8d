// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roworder.h"

#include "domain/inthreads.h"
#include "domain/memorypages.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

// What a thread does at once: below that, one alone is as quick.
constexpr std::size_t WordsOfThread = 1024;

} // namespace

RowOrder::RowOrder(std::vector<qint32> rows)
    : m_rows(std::move(rows))
{
    m_places.reserve(m_rows.size());
    preferLargePages(m_places.data(), sizeof(qint32) * m_places.capacity());
    m_places.resize(m_rows.size());
    qint32 place = 0;
    for (const qint32 row : m_rows)
        m_places[static_cast<std::size_t>(row)] = place++;
}

quint64 RowOrder::wordOfPlaces(const RowSet &rows, std::size_t index) const
{
    const std::size_t first = index * RowSet::RowsInWord;
    const std::size_t count = std::min(RowSet::RowsInWord, m_rows.size() - first);
    // Without a branch: what stands where cannot be foreseen.
    quint64 word = 0;
    for (std::size_t i = 0; i < count; ++i)
        word |= quint64{rows.contains(static_cast<std::size_t>(m_rows[first + i]))} << i;
    return word;
}

RowSet RowOrder::placesOf(const RowSet &rows) const
{
    RowSet places(m_rows.size());
    const std::size_t words = places.words().size();
    const std::size_t parts = (words + WordsOfThread - 1) / WordsOfThread;
    inThreads(parts, [&](std::size_t part) {
        const std::size_t end = std::min((part + 1) * WordsOfThread, words);
        for (std::size_t index = part * WordsOfThread; index < end; ++index)
            places.setWord(index, wordOfPlaces(rows, index));
    });
    return places;
}

} // namespace Rollbook
