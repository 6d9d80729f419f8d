// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>
#include <QStringView>

#include <optional>

namespace Rollbook
{

/// What undoing a run does to one of its rows. These are words of their own and none of
/// RegistrationStatus: a row of an undo is no registration and no refusal of one, and scripts that
/// count `registered` and `rejected` must not count it.
enum class UndoStatus : quint8 {
    Withdrawn,     ///< the seat or place that the run gave is taken back
    LeftAsItIs,    ///< the run gave one, but something changed since; UndoReason says what
    NothingToUndo, ///< the run gave the row neither a seat nor a place
};
inline constexpr int UndoStatusCount = 3;

/// `withdrawn`, `left_as_it_is`, `nothing_to_undo` (never translated).
QString undoStatusWord(UndoStatus status);
std::optional<UndoStatus> undoStatusFromWord(QStringView word);

/// What changed since the run, so that its row is left as it is.
enum class UndoReason : quint8 {
    None,           ///< not LeftAsItIs
    WithdrewSince,  ///< the student holds nothing in the course any more
    MovedUpSince,   ///< from the waiting list to a seat, which the run did not give; number: it
    RegisteredAnew, ///< withdrew, and was registered again by another run; argument: its id
    CourseGone,     ///< argument: the course
};
inline constexpr int UndoReasonCount = 5;

/// Stable names for the database: empty, `withdrew_since`, `moved_up_since`, …
QString undoReasonWord(UndoReason reason);
std::optional<UndoReason> undoReasonFromWord(QStringView word);

/// What undoing a run did, or would do, to one row of it.
struct UndoResult {
    qint32 row = 0; ///< of the undone run, from 0
    UndoStatus status = UndoStatus::NothingToUndo;
    UndoReason reason = UndoReason::None;
    QString argument;     ///< what fills the sentence, see UndoReason
    bool waiting = false; ///< a place on the waiting list was, or is to be, taken back
    qint32 number = 0;    ///< which seat or place, as it was when it was taken back

    friend bool operator==(const UndoResult &, const UndoResult &) = default;
};

/// One sentence in the words of a school office: "gave back seat 79".
QString explain(const UndoResult &result);
/// The same for a preview: "will give back seat 79".
QString explainPlanned(const UndoResult &result);

/// How many rows of an undo have which status.
struct UndoCounts {
    int withdrawn = 0;
    int leftAsItIs = 0;
    int nothingToUndo = 0;

    void add(UndoStatus status);
    int operator[](UndoStatus status) const;
    friend bool operator==(const UndoCounts &, const UndoCounts &) = default;
};

} // namespace Rollbook

Q_DECLARE_METATYPE(Rollbook::UndoResult)
