// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <algorithm>
#include <bit>
#include <optional>
#include <vector>

namespace Rollbook
{

/// Some rows of a list, a bit each: a million of them fit where a processor finds them quickly.
class RowSet
{
public:
    /// Rows of one word are not to be inserted by several threads at once.
    static constexpr std::size_t RowsInWord = 64;

    /// None of so many rows.
    explicit RowSet(std::size_t rows)
        : m_rows(rows)
        , m_words((rows + RowsInWord - 1) / RowsInWord, 0)
    {
    }

    std::size_t rows() const { return m_rows; }
    /// A bit each, that of the first row of a word the lowest.
    const std::vector<quint64> &words() const { return m_words; }
    void insert(std::size_t row) { m_words[row / RowsInWord] |= bit(row); }
    void set(std::size_t row, bool isIn)
    {
        quint64 &word = m_words[row / RowsInWord];
        word = isIn ? word | bit(row) : word & ~bit(row);
    }
    void setWord(std::size_t index, quint64 word) { m_words[index] = word; }
    void insertAll()
    {
        for (std::size_t row = 0; row < m_rows; row += RowsInWord) {
            const std::size_t left = m_rows - row;
            m_words[row / RowsInWord] = left < RowsInWord ? bit(left) - 1 : ~quint64{0};
        }
    }
    /// Takes out those that are in it, and inserts all others.
    void invert()
    {
        RowSet others(m_rows);
        others.insertAll();
        for (std::size_t word = 0; word < m_words.size(); ++word)
            others.m_words[word] &= ~m_words[word];
        m_words = std::move(others.m_words);
    }
    bool contains(std::size_t row) const { return (m_words[row / RowsInWord] & bit(row)) != 0; }
    /// The first from a row on, none where there is none.
    std::optional<std::size_t> next(std::size_t row) const
    {
        quint64 behind = ~quint64{0} << (row % RowsInWord);
        for (std::size_t word = row / RowsInWord; word < m_words.size(); ++word) {
            if (const quint64 left = m_words[word] & behind; left != 0)
                return word * RowsInWord + static_cast<std::size_t>(std::countr_zero(left));
            behind = ~quint64{0};
        }
        return std::nullopt;
    }
    bool isEmpty() const
    {
        return std::all_of(
            m_words.cbegin(), m_words.cend(), [](quint64 word) { return word == 0; });
    }
    std::size_t count() const
    {
        std::size_t count = 0;
        for (const quint64 word : m_words)
            count += static_cast<std::size_t>(std::popcount(word));
        return count;
    }
    /// Takes out the rows for which `isOut` is true.
    template <typename IsOut>
    void removeIf(const IsOut &isOut)
    {
        forEach([&](std::size_t row) {
            if (isOut(row))
                m_words[row / RowsInWord] &= ~bit(row);
        });
    }
    friend bool operator==(const RowSet &, const RowSet &) = default;
    /// Takes out those that are not in the other set, which is of the same rows.
    void retain(const RowSet &other)
    {
        for (std::size_t word = 0; word < m_words.size(); ++word)
            m_words[word] &= other.m_words[word];
    }
    /// Each row that is in it, ascending.
    template <typename Do>
    void forEach(const Do &perform) const
    {
        for (std::size_t word = 0; word < m_words.size(); ++word) {
            for (quint64 left = m_words[word]; left != 0; left &= left - 1)
                perform(word * RowsInWord + static_cast<std::size_t>(std::countr_zero(left)));
        }
    }

private:
    static constexpr quint64 bit(std::size_t row) { return quint64{1} << (row % RowsInWord); }

    std::size_t m_rows;
    std::vector<quint64> m_words;
};

} // namespace Rollbook
