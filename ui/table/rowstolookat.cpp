// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowstolookat.h"

namespace Rollbook
{

namespace
{

constexpr RowStateSet NotRegistered{RowState::Problem, RowState::WillReject, RowState::Rejected,
    RowState::Failed, RowState::NotAttempted};
// An address that is none would be registered as it stands.
constexpr RowStateSet Mendable{RowState::Ready, RowState::WillRegister, RowState::WillWait};

} // namespace

void RowsToLookAt::reset(const RowSet &warned, const QList<RowState> &states)
{
    m_warned = warned;
    m_rows = RowSet(static_cast<std::size_t>(states.size()));
    for (int row = 0; row < states.size(); ++row)
        note(row, states.at(row));
}

void RowsToLookAt::note(int row, RowState state)
{
    const auto index = static_cast<std::size_t>(row);
    m_rows.set(index,
        NotRegistered.contains(state) || (Mendable.contains(state) && m_warned.contains(index)));
}

} // namespace Rollbook
