// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <optional>

namespace Rollbook
{

/// The three numbers of a date, in the order of the cell.
struct DateParts {
    enum class Shape : quint8 {
        YearMonthDay,
        DayMonthYear,
        MonthDayYear,
        Open, ///< day and month in an order that the cell does not tell, then the year
    };

    Shape shape = Shape::Open;
    bool dotted = false; ///< separated by full stops
    int first = 0;
    int second = 0;
    int third = 0;
    bool shortYear = false; ///< of two digits
};

/// The numbers of a date like 28/02/2011 or 28 Feb 2011, with or without a time behind; none where
/// the cell is no date at all. Whether there is such a day is not looked at.
std::optional<DateParts> datePartsOf(QByteArrayView cell);

} // namespace Rollbook
