// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "values/dates.h"

#include "values/dateparts.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

using Shape = DateParts::Shape;

constexpr int FirstYear = 1900;
constexpr int LastYear = 2199;
constexpr int YoungestStudent = 3; // years
constexpr int Months = 12;

constexpr int FirstDayNumber = 20000;
constexpr int LastDayNumber = 60000;

bool areDigits(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(QByteArrayView digits)
{
    int value = 0;
    for (const char digit : digits)
        value = value * 10 + (digit - '0');
    return value;
}

std::optional<QDate> existing(int year, int month, int day)
{
    const QDate date(year, month, day);
    if (year < FirstYear || year > LastYear || !date.isValid())
        return std::nullopt;
    return date;
}

std::optional<QDate> readDigits(QByteArrayView digits)
{
    if (digits.size() == 8)
        return existing(
            number(digits.first(4)), number(digits.sliced(4, 2)), number(digits.sliced(6)));
    if (digits.size() != 5)
        return std::nullopt;
    const int days = number(digits);
    if (days < FirstDayNumber || days > LastDayNumber)
        return std::nullopt;
    // Spreadsheets count a day before 1900-03-01 that no calendar has.
    return QDate(1899, 12, 30).addDays(days);
}

int fullYear(int year, bool isShort)
{
    if (!isShort)
        return year;
    const int last = QDate::currentDate().year() - YoungestStudent;
    const int sameCentury = last - last % 100 + year;
    return sameCentury <= last ? sameCentury : sameCentury - 100;
}

// What an open date itself tells of the order.
DateOrder ownOrder(const DateParts &parts)
{
    if (parts.first > Months || parts.first == parts.second)
        return DateOrder::DayFirst;
    return parts.second > Months ? DateOrder::MonthFirst : DateOrder::Undecided;
}

std::optional<QDate> readParts(const DateParts &parts, DateOrder order)
{
    if (parts.shape == Shape::YearMonthDay)
        return existing(parts.first, parts.second, parts.third);
    const int year = fullYear(parts.third, parts.shortYear);
    if (parts.shape == Shape::Open && order != DateOrder::DayFirst
        && order != DateOrder::MonthFirst)
        order = parts.dotted && parts.second <= Months ? DateOrder::DayFirst : ownOrder(parts);
    if (parts.shape == Shape::DayMonthYear
        || (parts.shape == Shape::Open && order == DateOrder::DayFirst))
        return existing(year, parts.second, parts.first);
    if (parts.shape == Shape::MonthDayYear || order == DateOrder::MonthFirst)
        return existing(year, parts.first, parts.second);
    return std::nullopt;
}

} // namespace

bool isIsoDate(QByteArrayView cell)
{
    return cell.size() == 10 && cell[4] == '-' && cell[7] == '-' && areDigits(cell.first(4))
        && areDigits(cell.sliced(5, 2)) && areDigits(cell.sliced(8));
}

bool isRealIsoDate(QByteArrayView cell)
{
    if (!isIsoDate(cell))
        return false;
    const int year = number(cell.first(4));
    const int month = number(cell.sliced(5, 2));
    const int day = number(cell.sliced(8));
    // Each month has those; of the others the calendar is asked, which takes longer.
    if (day >= 1 && day <= 28 && month >= 1 && month <= Months)
        return year >= FirstYear && year <= LastYear;
    return existing(year, month, day).has_value();
}

void DateColumn::add(QByteArrayView cell)
{
    if (cell.isEmpty() || isIsoDate(cell) || areDigits(cell))
        return;
    const auto parts = datePartsOf(cell);
    if (!parts || parts->shape != Shape::Open || parts->first == parts->second
        || (parts->first > Months && parts->second > Months))
        return;
    const DateOrder order = ownOrder(*parts);
    if (order == DateOrder::DayFirst)
        ++m_dayFirst;
    else if (order == DateOrder::MonthFirst)
        ++m_monthFirst;
    else if (parts->dotted)
        ++m_dotted;
    else
        ++m_ambiguous;
}

void DateColumn::add(const DateColumn &part)
{
    m_dayFirst += part.m_dayFirst;
    m_monthFirst += part.m_monthFirst;
    m_dotted += part.m_dotted;
    m_ambiguous += part.m_ambiguous;
}

DateOrder DateColumn::order() const
{
    if (m_dayFirst != m_monthFirst)
        return m_dayFirst > m_monthFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
    if (m_dayFirst == 0 && m_dotted > 0)
        return DateOrder::DayFirst;
    return m_dayFirst > 0 || m_ambiguous > 0 ? DateOrder::Undecided : DateOrder::Iso;
}

bool DateColumn::isUndecidable() const
{
    return order() == DateOrder::Undecided && m_ambiguous > 0;
}

std::optional<QDate> readDate(QByteArrayView cell, DateOrder order)
{
    if (isIsoDate(cell))
        return existing(number(cell.first(4)), number(cell.sliced(5, 2)), number(cell.sliced(8)));
    cell = cell.trimmed();
    if (areDigits(cell))
        return readDigits(cell);
    const auto parts = datePartsOf(cell);
    return parts ? readParts(*parts, order) : std::nullopt;
}

} // namespace Rollbook
