// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowstolookat.h"

#include <algorithm>
#include <cstring>
#include <span>

namespace Rollbook
{

namespace
{

constexpr RowStateSet NotRegistered{RowState::Problem, RowState::WillReject, RowState::Rejected,
    RowState::Failed, RowState::NotAttempted};
// An address that is none would be registered as it stands.
constexpr RowStateSet Mendable{RowState::Ready, RowState::WillRegister, RowState::WillWait};

// Each is as the one before it. Rows one after the other mostly are.
bool isUniform(std::span<const RowState> states)
{
    static_assert(sizeof(RowState) == 1);
    return std::memcmp(states.data(), states.data() + 1, states.size() - 1) == 0;
}

} // namespace

// A word at a time: a run begins with it, in the turn of the button.
void RowsToLookAt::reset(const RowSet &warned, const QList<RowState> &states)
{
    m_warned = warned;
    const auto rows = static_cast<std::size_t>(states.size());
    m_rows = RowSet(rows);
    for (std::size_t first = 0; first < rows; first += RowSet::RowsInWord) {
        const std::size_t count = std::min(RowSet::RowsInWord, rows - first);
        const RowState *const state = states.constData() + first;
        quint64 notRegistered = 0;
        quint64 mendable = 0;
        if (isUniform({state, count})) {
            const quint64 all = ~quint64{0} >> (RowSet::RowsInWord - count);
            notRegistered = NotRegistered.contains(*state) ? all : 0;
            mendable = Mendable.contains(*state) ? all : 0;
        } else {
            for (std::size_t i = 0; i < count; ++i) {
                notRegistered |= quint64{NotRegistered.contains(state[i])} << i;
                mendable |= quint64{Mendable.contains(state[i])} << i;
            }
        }
        const std::size_t word = first / RowSet::RowsInWord;
        if (mendable != 0)
            mendable &= m_warned.words()[word];
        m_rows.setWord(word, notRegistered | mendable);
    }
}

void RowsToLookAt::note(int row, RowState state)
{
    const auto index = static_cast<std::size_t>(row);
    m_rows.set(index,
        NotRegistered.contains(state) || (Mendable.contains(state) && m_warned.contains(index)));
}

} // namespace Rollbook
