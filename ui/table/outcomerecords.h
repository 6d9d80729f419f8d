// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/registration.h"

#include <array>
#include <memory>
#include <vector>

namespace Rollbook
{

/// What an outcome says of its row. Left uninitialised until that is known: touching a million of
/// them ahead would cost a frame.
struct OutcomeRecord {
    // Split so that a record needs no padding.
    struct RegisteredAt {
        quint32 low;
        quint32 high;
    };

    RegisteredAt at;
    qint32 number; // of the seat or place; which argument, where there is an error
    qint32 durationMs;
    qint16 attempts;
    RegistrationStatus status;
    quint8 kind; // the ReasonCode of an error; whether a registration waits

    bool isError() const { return status >= RegistrationStatus::Rejected; }
};
static_assert(sizeof(OutcomeRecord) == 20);

/// A record for each row of a list, in blocks. They can be lent to a worker without one of them
/// being copied: who writes into a block that was lent writes into a copy of it.
class OutcomeRecords
{
public:
    /// For so many rows; none is known.
    void reset(int rows);
    /// Only of a row that was written since.
    const OutcomeRecord &at(int row) const;
    OutcomeRecord &toWrite(int row);
    /// As they are now, for another thread. The blocks themselves are never written again here:
    /// once a worker has let go of one, nothing orders its last look before the next write.
    OutcomeRecords lend();

private:
    static constexpr int RowsInBlock = 4096;
    using Block = std::array<OutcomeRecord, RowsInBlock>;

    void makeBlock(std::size_t index);

    std::vector<std::shared_ptr<Block>> m_blocks; // null where no row was written
    std::vector<bool> m_isLent;
    std::size_t m_inOrder = 0; // the last that was made right after those before it
};

inline const OutcomeRecord &OutcomeRecords::at(int row) const
{
    const auto place = static_cast<std::size_t>(row);
    return (*m_blocks[place / RowsInBlock])[place % RowsInBlock];
}

inline OutcomeRecord &OutcomeRecords::toWrite(int row)
{
    const auto place = static_cast<std::size_t>(row);
    const std::size_t index = place / RowsInBlock;
    if (!m_blocks[index] || m_isLent[index])
        makeBlock(index);
    return (*m_blocks[index])[place % RowsInBlock];
}

} // namespace Rollbook
