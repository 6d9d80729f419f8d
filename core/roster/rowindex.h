// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <bit>
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
        : m_slots(std::bit_ceil(static_cast<std::size_t>(rows) * 3 / 2 + 1))
    {
    }

    /// The row that was entered with that hash and for which `isSame` holds; enters `row` and gives
    /// -1 where there is none.
    template <typename IsSame>
    qint32 firstOrEnter(std::size_t hash, qint32 row, const IsSame &isSame)
    {
        const auto tag = static_cast<quint32>(quint64{hash} >> 32);
        const std::size_t mask = m_slots.size() - 1;
        for (std::size_t place = hash & mask;; place = (place + 1) & mask) {
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
    struct Slot {
        quint32 tag = 0; // of the hash, what the place does not tell
        qint32 row = -1;
    };
    std::vector<Slot> m_slots;
};

} // namespace Rollbook
