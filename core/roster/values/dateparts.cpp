// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "values/dateparts.h"

#include "values/monthnames.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

using Shape = DateParts::Shape;

constexpr qsizetype LongestDate = 80;  // bytes, with weekday and time
constexpr qsizetype LongestNumber = 4; // digits
constexpr QByteArrayView TimeSigns(":.+-tzapmgu");

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

struct Number {
    int value = 0;
    qsizetype digits = 0;
};

/// Reads ASCII from the left.
class Scanner
{
public:
    explicit Scanner(QByteArrayView text)
        : m_rest(text)
    {
    }

    QByteArrayView rest() const { return m_rest; }

    Number number()
    {
        Number number;
        while (number.digits < m_rest.size() && number.digits <= LongestNumber
            && isDigit(m_rest[number.digits]))
            number.value = number.value * 10 + (m_rest[number.digits++] - '0');
        m_rest = m_rest.sliced(number.digits);
        return number;
    }

    // One of them, with blanks around it; 0 where there is none.
    char separator()
    {
        m_rest = m_rest.trimmed();
        if (m_rest.isEmpty() || !QByteArrayView("-/.").contains(m_rest.front()))
            return 0;
        const char separator = m_rest.front();
        m_rest = m_rest.sliced(1).trimmed();
        return separator;
    }

private:
    QByteArrayView m_rest;
};

bool isTimeOrNothing(QByteArrayView text)
{
    text = text.trimmed();
    if (text.startsWith(',') || text.startsWith('T') || text.startsWith('t'))
        text = text.sliced(1).trimmed();
    if (text.isEmpty())
        return true;
    return isDigit(text.front()) && text.contains(':')
        && std::all_of(text.begin(), text.end(), [](char c) {
               const bool capital = c >= 'A' && c <= 'Z';
               return isDigit(c) || c == ' '
                   || TimeSigns.contains(capital ? static_cast<char>(c + ('a' - 'A')) : c);
           });
}

constexpr bool isYear(const Number &number)
{
    return number.digits == 4 || number.digits == 2;
}

constexpr bool isDayOrMonth(const Number &number)
{
    return number.digits == 1 || number.digits == 2;
}

std::optional<DateParts> partsOf(
    const Number &first, const Number &second, const Number &third, bool dotted)
{
    if (first.digits == 4 && isDayOrMonth(second) && isDayOrMonth(third))
        return DateParts{Shape::YearMonthDay, dotted, first.value, second.value, third.value};
    if (isDayOrMonth(first) && isDayOrMonth(second) && isYear(third))
        return DateParts{
            Shape::Open, dotted, first.value, second.value, third.value, third.digits == 2};
    return std::nullopt;
}

std::optional<DateParts> partsOfNumbers(QByteArrayView text)
{
    Scanner scanner(text);
    const Number first = scanner.number();
    const char separator = scanner.separator();
    if (first.digits == 0 || separator == 0)
        return std::nullopt;
    const Number second = scanner.number();
    if (scanner.separator() != separator)
        return std::nullopt;
    const Number third = scanner.number();
    QByteArrayView rest = scanner.rest();
    if (separator == '.' && rest.startsWith('.'))
        rest = rest.sliced(1);
    const bool glued = !rest.isEmpty() && isDigit(rest.front());
    if (glued || !isTimeOrNothing(rest))
        return std::nullopt;
    return partsOf(first, second, third, separator == '.');
}

/// Gathers numbers and the month from the words of a date.
class WordyDate
{
public:
    bool take(QStringView token)
    {
        if (token.front().isDigit()) {
            if (m_count == 3 || token.size() > LongestNumber)
                return false;
            m_numbers[m_count++] = {token.toInt(), token.size()};
            return true;
        }
        const DateWord word = dateWord(token);
        if (word.kind != DateWord::Kind::Month)
            return word.kind == DateWord::Kind::Filler;
        if (m_month != 0)
            return false;
        m_month = word.month;
        m_numbersBefore = m_count;
        return true;
    }

    std::optional<DateParts> parts() const
    {
        const Number &first = m_numbers[0];
        const Number &second = m_numbers[1];
        if (m_month == 0 && m_count == 3)
            return partsOf(first, second, m_numbers[2], false);
        if (m_month == 0 || m_count != 2 || m_numbersBefore == 2)
            return std::nullopt;
        if (first.digits == 4 && m_numbersBefore == 1 && isDayOrMonth(second))
            return DateParts{Shape::YearMonthDay, false, first.value, m_month, second.value};
        if (!isDayOrMonth(first) || !isYear(second))
            return std::nullopt;
        if (m_numbersBefore == 0)
            return DateParts{
                Shape::MonthDayYear, false, m_month, first.value, second.value, second.digits == 2};
        return DateParts{
            Shape::DayMonthYear, false, first.value, m_month, second.value, second.digits == 2};
    }

private:
    Number m_numbers[3];
    int m_count = 0;
    int m_month = 0;
    int m_numbersBefore = 0;
};

QStringView withoutTime(QStringView text)
{
    qsizetype begin = text.indexOf(u':');
    if (begin < 0)
        return text;
    while (begin > 0 && text[begin - 1].isDigit())
        --begin;
    const QByteArray time = text.sliced(begin).toLatin1();
    if (!isTimeOrNothing(time))
        return text;
    text = text.first(begin).trimmed();
    if (text.endsWith(u't') && text.size() > 1 && text[text.size() - 2].isDigit())
        text.chop(1);
    return text;
}

std::optional<DateParts> partsOfWords(const QString &folded)
{
    const QStringView text = withoutTime(folded);
    WordyDate date;
    for (qsizetype begin = 0; begin < text.size();) {
        const QChar c = text[begin];
        qsizetype end = begin + 1;
        if (c.isDigit()) {
            while (end < text.size() && text[end].isDigit())
                ++end;
        } else if (c.isLetter()) {
            while (end < text.size() && text[end].isLetter())
                ++end;
        } else if (!c.isSpace() && !QStringView(u",،、./-'’°").contains(c)) {
            return std::nullopt;
        }
        if (c.isLetterOrNumber() && !date.take(text.sliced(begin, end - begin)))
            return std::nullopt;
        begin = end;
    }
    return date.parts();
}

} // namespace

std::optional<DateParts> datePartsOf(QByteArrayView cell)
{
    const QByteArrayView text = cell.trimmed();
    if (text.isEmpty() || text.size() > LongestDate)
        return std::nullopt;
    if (const auto parts = partsOfNumbers(text))
        return parts;
    const QString folded = foldedDateText(QString::fromUtf8(text));
    if (const auto parts = partsOfNumbers(folded.toUtf8()))
        return parts;
    return partsOfWords(folded);
}

} // namespace Rollbook
