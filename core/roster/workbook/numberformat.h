// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Rollbook
{

/// What a number format of a workbook (ECMA-376 part 1, 18.8.30 and 18.8.31) means for a class
/// list: whether a number is a date or a time, and which zeros and signs an identifier is shown
/// with. Decimals, colours and thousands separators are of no interest.
struct NumberFormat {
    enum class Kind : quint8 {
        Plain,    ///< as it is
        Pattern,  ///< digits put into `pattern`
        Date,     ///< days only
        DateTime, ///< days and a time
        Time,     ///< a time of day, or hours that passed
    };
    /// Stands for a digit in a pattern; the other bytes are shown as they are.
    static constexpr char Digit = '\x01';

    Kind kind = Kind::Plain;
    QByteArray pattern; ///< UTF-8

    friend bool operator==(const NumberFormat &, const NumberFormat &) = default;

    /// From a format code such as `0000000`, `000\-00` or `[$-409]d/m/yyyy h:mm;@`.
    static NumberFormat fromCode(QByteArrayView code);
    /// One of those that a workbook does not write out (18.8.30).
    static NumberFormat builtIn(int id);
};

/// Whether day 0 is 1899-12-30 (with Excel's 29 February 1900) or 1904-01-01.
enum class DateSystem : quint8 { From1900, From1904 };

/// Appends a number, written as XML or a program does ("1.2E5"), as people read it: in full,
/// without exponent, rounded to the 15 digits that spreadsheet programs show. What is no number
/// stays as it is.
void appendNumber(QByteArrayView number, QByteArray &text);
void appendNumber(double number, QByteArray &text);
/// The same, as the format shows it; dates and times in ISO 8601, with a blank for the T.
void appendNumber(
    QByteArrayView number, const NumberFormat &format, DateSystem dates, QByteArray &text);

void appendNumber(double number, const NumberFormat &format, DateSystem dates, QByteArray &text);

} // namespace Rollbook
