// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outcomerecords.h"

#include "domain/memorypages.h"

#include <utility>

namespace Rollbook
{

void OutcomeRecords::reset(int rows)
{
    m_blocks.resize((static_cast<std::size_t>(rows) + RowsInBlock - 1) / RowsInBlock);
    m_isLent.resize(m_blocks.size(), false);
    for (std::size_t index = 0; index < m_blocks.size(); ++index) {
        if (m_isLent[index])
            m_blocks[index].reset();
        m_isLent[index] = false;
    }
    m_inOrder = 0;
}

OutcomeRecords OutcomeRecords::lend()
{
    m_isLent.assign(m_blocks.size(), true);
    return *this;
}

void OutcomeRecords::makeBlock(std::size_t index)
{
    auto block = std::make_shared_for_overwrite<Block>();
    // Where outcomes come more or less in order all of it is soon written; where not, as little
    // memory as there is need for.
    if (index <= m_inOrder + 1) {
        fetchPages(block->data(), sizeof(Block));
        m_inOrder = index;
    }
    if (m_blocks[index])
        *block = *m_blocks[index];
    m_blocks[index] = std::move(block);
    m_isLent[index] = false;
}

} // namespace Rollbook
