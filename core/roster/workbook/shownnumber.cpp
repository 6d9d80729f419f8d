// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/numberformat.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>

namespace Rollbook
{

namespace
{

constexpr int DigitsShown = 15;
constexpr double SecondsOfADay = 86400;
// 9999-12-31, the last day that spreadsheet programs know.
constexpr double LastDay = 2'958'465;
constexpr double LargestWholeNumber = 1e18;

std::optional<double> parsed(QByteArrayView number)
{
    double value = 0;
    const auto read = std::from_chars(number.begin(), number.end(), value);
    if (read.ec != std::errc() || read.ptr != number.end() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

bool areDigits(QByteArrayView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void appendPadded(int number, int width, QByteArray &text)
{
    std::array<char, 12> digits{};
    const auto written = std::to_chars(digits.begin(), digits.end(), number);
    const auto size = static_cast<int>(written.ptr - digits.begin());
    text.append(qMax(0, width - size), '0');
    text.append(digits.data(), size);
}

void appendDay(qint64 day, DateSystem dates, QByteArray &text)
{
    using namespace std::chrono;
    sys_days from = sys_days(year(1904) / January / 1);
    // Excel has a 29 February 1900, so the days before are one further away.
    if (dates == DateSystem::From1900)
        from = sys_days(year(1899) / December / (day < 60 ? 31 : 30));
    const year_month_day date(from + days(day));
    appendPadded(static_cast<int>(date.year()), 4, text);
    text.append('-');
    appendPadded(static_cast<int>(static_cast<unsigned>(date.month())), 2, text);
    text.append('-');
    appendPadded(static_cast<int>(static_cast<unsigned>(date.day())), 2, text);
}

void appendTime(qint64 seconds, QByteArray &text)
{
    appendPadded(static_cast<int>(seconds / 3600), 2, text);
    text.append(':');
    appendPadded(static_cast<int>(seconds / 60 % 60), 2, text);
    if (seconds % 60 != 0) {
        text.append(':');
        appendPadded(static_cast<int>(seconds % 60), 2, text);
    }
}

void appendDate(double serial, NumberFormat::Kind kind, DateSystem dates, QByteArray &text)
{
    const auto seconds = static_cast<qint64>(std::llround(serial * SecondsOfADay));
    constexpr qint64 day = 86400;
    if (kind == NumberFormat::Kind::Time) {
        appendTime(seconds, text);
        return;
    }
    // A date without a time is never rounded up to the next day.
    appendDay(kind == NumberFormat::Kind::Date ? static_cast<qint64>(serial) : seconds / day, dates,
        text);
    if (kind == NumberFormat::Kind::DateTime && seconds % day != 0) {
        text.append(' ');
        appendTime(seconds % day, text);
    }
}

// From the right, as the digits of a number are; those too many go before the first.
void appendPattern(QByteArrayView digits, const QByteArray &pattern, QByteArray &text)
{
    const qsizetype places = pattern.count(NumberFormat::Digit);
    qsizetype missing = places - digits.size();
    qsizetype next = 0;
    for (const char c : pattern) {
        if (c != NumberFormat::Digit) {
            text.append(c);
        } else if (missing > 0) {
            text.append('0');
            --missing;
        } else {
            const qsizetype count = 1 + (next == 0 ? -missing : 0);
            text.append(digits.sliced(next, count));
            next += count;
        }
    }
}

} // namespace

void appendNumber(double number, QByteArray &text)
{
    if (!std::isfinite(number))
        return;
    std::array<char, 400> digits{};
    const bool whole = std::nearbyint(number) == number && std::abs(number) < LargestWholeNumber;
    if (!whole) {
        const auto rounded = std::to_chars(
            digits.begin(), digits.end(), number, std::chars_format::scientific, DigitsShown - 1);
        std::from_chars(digits.begin(), rounded.ptr, number);
    }
    if (number == 0)
        number = 0; // not -0
    const auto written =
        std::to_chars(digits.begin(), digits.end(), number, std::chars_format::fixed);
    if (written.ec == std::errc())
        text.append(digits.data(), written.ptr - digits.begin());
}

void appendNumber(QByteArrayView number, QByteArray &text)
{
    const auto value = parsed(number);
    // Whole numbers are written as they are shown, nearly always.
    if (!value || (areDigits(number) && (number.size() == 1 || number[0] != '0')))
        text.append(number);
    else
        appendNumber(*value, text);
}

void appendNumber(
    QByteArrayView number, const NumberFormat &format, DateSystem dates, QByteArray &text)
{
    if (format.kind == NumberFormat::Kind::Pattern && areDigits(number)) {
        appendPattern(number, format.pattern, text);
        return;
    }
    if (format.kind != NumberFormat::Kind::Plain && format.kind != NumberFormat::Kind::Pattern) {
        const auto value = parsed(number);
        const bool isTime = format.kind == NumberFormat::Kind::Time;
        const double least = isTime || dates == DateSystem::From1904 ? 0 : 1;
        if (value && *value >= least && *value < LastDay + 1) {
            appendDate(*value, format.kind, dates, text);
            return;
        }
    }
    appendNumber(number, text);
}

void appendNumber(double number, const NumberFormat &format, DateSystem dates, QByteArray &text)
{
    QByteArray written;
    appendNumber(number, written);
    appendNumber(written, format, dates, text);
}

} // namespace Rollbook
