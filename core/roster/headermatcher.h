// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "domain/studentlist.h"

#include <QList>
#include <QMap>
#include <QStringList>

namespace Rollbook
{

/// Which column holds which field, as far as the header tells.
struct HeaderGuess {
    StudentList::FieldColumns columns = StudentList::noColumns();
    /// Fields for which several columns ask with equal right, with these columns in their order;
    /// one of them is taken in `columns` until a person says.
    QMap<StudentField, QList<int>> disputed;
};

/// Finds out which column holds which field: by the words that schools use for them in thirteen
/// languages, whatever their order, case, blanks, accents and punctuation, with an odd typing
/// error. `mapping` (field to header word, as it stands in the file or nearly) goes before what
/// is guessed and settles disputes; an empty word means that the field has no column. Of several
/// columns for one field the one with the better word counts, and of equal words the first. A word
/// of `mapping` that no column has is an error that names those there are. Columns beyond the
/// thousandth are only found by `mapping`. Any thread.
Expected<HeaderGuess> guessHeader(
    const QStringList &headers, const QMap<StudentField, QString> &mapping = {});

/// The columns of guessHeader() alone.
Expected<StudentList::FieldColumns> matchHeader(
    const QStringList &headers, const QMap<StudentField, QString> &mapping);

} // namespace Rollbook
