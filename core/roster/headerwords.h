// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/student.h"

#include <QList>
#include <QString>

#include <optional>

namespace Rollbook
{

/// That a header word means a field, and how good its right to it is.
struct HeaderClaim {
    enum class Likeness : quint8 {
        Whole, ///< the words of the header, all of them
        Part,  ///< without what is in brackets, or one of "a / b"
        Typo,  ///< with a letter or two mistyped
    };

    StudentField field = StudentField::StudentId;
    int rank = 1; ///< from 1; counts only where no lower one claims the field
    Likeness likeness = Likeness::Whole;
    int place = 0;                       ///< among the words of its language, the best is 0
    std::optional<StudentField> beside;  ///< counts only where this field has a column
    std::optional<StudentField> without; ///< counts only where this field has none

    friend bool operator==(const HeaderClaim &, const HeaderClaim &) = default;
};

/// What a header word says. Known without a claim: a column that Rollbook does not read, such as
/// a telephone number.
struct HeaderMeaning {
    QList<HeaderClaim> claims;
    bool known = false;
};

/// The word by which headers are compared: letters and digits only, without case, accents, width
/// and the spellings of umlauts; "Nº", "No." and "#" are the same.
QString foldedHeader(const QString &header);

/// What the words of :/roster/headers.json (read once) say about a header. Any thread.
HeaderMeaning headerMeaning(const QString &header);

} // namespace Rollbook
