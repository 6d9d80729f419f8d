// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/registration.h"
#include "domain/undo.h"

#include <QMetaType>
#include <QString>

#include <initializer_list>

namespace Rollbook
{

/// Where a row of the table stands, from the dropped file to the report.
enum class RowState : quint8 {
    Problem, ///< cannot be registered as it stands in the list
    Ready,
    // as planned
    WillRegister,
    WillWait,
    WillBeAlready,
    WillReject,
    Waiting, ///< to be sent, or in flight
    // outcomes
    Registered,
    Waitlisted,
    AlreadyRegistered,
    Rejected,
    Failed,
    NotAttempted,
    LeftOut, ///< by whoever registers the list, before the run or in it
    // when a run is taken back
    WillTakeOut,
    TakenOut,
    Stays, ///< something changed since the run
};
inline constexpr int RowStateCount = 17;

/// For people, translated: "Registered", "To do", …
QString rowStateTitle(RowState state);

/// The state of a row that has this outcome.
RowState settledState(RegistrationStatus status);
/// The same, with rows that people left out told from those that a stopped run did not reach.
RowState settledState(const StudentRegistrationResult &result);
/// The state of a row that a plan gives this outcome.
RowState plannedState(RegistrationStatus status);

/// The state of a row that is taken back, or would be; not for UndoStatus::NothingToUndo.
RowState undoState(UndoStatus status, bool isPlanned);
constexpr bool isUndo(RowState state)
{
    return state >= RowState::WillTakeOut;
}

/// True when the student has a seat or a place, so that the row is not to be changed any more.
constexpr bool isRegistered(RowState state)
{
    return state == RowState::Registered || state == RowState::Waitlisted
        || state == RowState::AlreadyRegistered || state == RowState::Stays
        || state == RowState::WillTakeOut;
}

/// A set of row states.
class RowStateSet
{
public:
    constexpr RowStateSet() = default;
    constexpr RowStateSet(std::initializer_list<RowState> states)
    {
        for (const RowState state : states)
            insert(state);
    }

    constexpr bool isEmpty() const { return m_bits == 0; }
    constexpr bool contains(RowState state) const { return (m_bits & bit(state)) != 0; }
    constexpr void insert(RowState state) { m_bits = m_bits | bit(state); }
    friend constexpr bool operator==(RowStateSet, RowStateSet) = default;

private:
    static constexpr unsigned bit(RowState state) { return 1U << static_cast<unsigned>(state); }

    quint32 m_bits = 0;
};

} // namespace Rollbook

Q_DECLARE_METATYPE(Rollbook::RowState)
