// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/memorypages.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <vector>

namespace Rollbook
{

/// Tells which row had a key first, in 12 to 24 bytes a row and without copies of the keys: open
/// addressing, where the caller compares what the hashes do not tell apart.
class RowIndex
{
public:
    /// Room for that many rows; more must not be entered.
    explicit RowIndex(qsizetype rows)
    {
        const std::size_t size = std::bit_ceil(static_cast<std::size_t>(rows) * 3 / 2 + 1);
        m_slots.reserve(size);
        preferLargePages(m_slots.data(), size * sizeof(Slot));
        m_slots.resize(size);
    }

    /// Begins to bring the place of that hash near, for firstOrEnter() soon.
    void prefetch(std::size_t hash) const { __builtin_prefetch(&m_slots[hash & mask()], 1); }

    /// The row that was entered with that hash and for which `isSame` holds; enters `row` and gives
    /// -1 where there is none.
    template <typename IsSame>
    qint32 firstOrEnter(std::size_t hash, qint32 row, const IsSame &isSame)
    {
        const auto tag = static_cast<quint32>(quint64{hash} >> 32);
        for (std::size_t place = hash & mask();; place = (place + 1) & mask()) {
            Slot &slot = m_slots[place];
            if (slot.row < 0) {
                slot = {tag, row};
                return -1;
            }
            if (slot.tag == tag && isSame(slot.row))
                return slot.row;
        }
    }

private:
    std::size_t mask() const { return m_slots.size() - 1; }

    struct Slot {
        quint32 tag = 0; // of the hash, what the place does not tell
        qint32 row = -1;
    };
    std::vector<Slot> m_slots;
};

/// A row, and the first row that was about the same.
struct RepeatedRow {
    qint32 row = 0;
    qint32 first = 0;
};

/// Looks at the rows from 0 in their order and tells which are about what an earlier one is about.
/// `hashOf(row)`: of what the row is about, std::nullopt where it is about nothing; called once for
/// each. `isSame(row, other)`: whether two rows of one hash are about the same.
template <typename HashOf, typename IsSame>
std::vector<RepeatedRow> repeatedRows(qint32 rows, const HashOf &hashOf, const IsSame &isSame)
{
    // A place in a long index is far from the processor: some rows wait for theirs together.
    constexpr qint32 together = 64;
    std::vector<RepeatedRow> repeated;
    RowIndex index(rows);
    std::array<std::optional<std::size_t>, together> hashes;
    for (qint32 begin = 0; begin < rows; begin += together) {
        const qint32 count = std::min(together, rows - begin);
        for (qint32 i = 0; i < count; ++i) {
            auto &hash = hashes[static_cast<std::size_t>(i)];
            hash = hashOf(begin + i);
            if (hash)
                index.prefetch(*hash);
        }
        for (qint32 i = 0; i < count; ++i) {
            const auto &hash = hashes[static_cast<std::size_t>(i)];
            const qint32 row = begin + i;
            const qint32 first = hash
                ? index.firstOrEnter(*hash, row, [&](qint32 other) { return isSame(row, other); })
                : -1;
            if (first >= 0)
                repeated.push_back({row, first});
        }
    }
    return repeated;
}

} // namespace Rollbook
