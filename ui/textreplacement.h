// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rosteredits.h"
#include "table/rowstate.h"

namespace Rollbook
{

/// What is to be replaced where in a list.
struct TextReplacement {
    QString find; ///< case ignored; nothing is found when it is empty
    QString replaceWith;
    QList<StudentField> fields;

    friend bool operator==(const TextReplacement &, const TextReplacement &) = default;
};

/// The cells that change, each with its new text; rows whose student is registered do not.
/// `states` are those of the rows. May be called from any thread.
QList<Correction> cellsToReplace(
    const StudentList &students, const QList<RowState> &states, const TextReplacement &replacement);

} // namespace Rollbook
