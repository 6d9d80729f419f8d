// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

namespace Rollbook
{

/// What a word of a date, folded by foldedDateText(), means in the languages of readDate().
struct DateWord {
    enum class Kind : quint8 { Unknown, Month, Filler };
    Kind kind = Kind::Unknown;
    int month = 0; ///< 1 to 12
};
DateWord dateWord(QStringView folded);

/// The text in small letters without accents and unseen characters, its digits in ASCII.
QString foldedDateText(const QString &text);

} // namespace Rollbook
