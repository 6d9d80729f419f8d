// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/numberformat.h"

#include <algorithm>
#include <array>

namespace Rollbook
{

namespace
{

/// Goes through the first section of a format code, which is the one for positive numbers.
class FormatCode
{
public:
    explicit FormatCode(QByteArrayView code)
        : m_code(code)
    {
    }

    NumberFormat read()
    {
        while (m_at < m_code.size() && m_code[m_at] != ';')
            step();
        return result();
    }

private:
    void step();
    void quoted();
    void bracketed();
    void token(char c);
    NumberFormat result() const;
    char lowered(qsizetype at) const
    {
        const char c = at < m_code.size() ? m_code[at] : '\0';
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }

    QByteArrayView m_code;
    qsizetype m_at = 0;
    bool m_days = false;
    bool m_months = false; // or minutes
    bool m_hours = false;
    bool m_other = false; // what identifiers are not shown with
    int m_digits = 0;
    QByteArray m_pattern;
};

void FormatCode::quoted()
{
    const qsizetype end = m_code.indexOf('"', m_at + 1);
    const qsizetype stop = end < 0 ? m_code.size() : end;
    m_pattern.append(m_code.sliced(m_at + 1, stop - m_at - 1));
    m_at = stop + 1;
}

// A colour, a locale or a condition; or hours, minutes and seconds beyond a day: [h].
void FormatCode::bracketed()
{
    const qsizetype end = m_code.indexOf(']', m_at + 1);
    const qsizetype stop = end < 0 ? m_code.size() : end;
    const QByteArrayView inside = m_code.sliced(m_at + 1, stop - m_at - 1);
    const bool elapsed = !inside.isEmpty() && std::all_of(inside.begin(), inside.end(), [](char c) {
        return QByteArrayView("hHmMsS").contains(c);
    });
    m_hours = m_hours || elapsed;
    m_at = stop + 1;
}

void FormatCode::token(char c)
{
    switch (c) {
    case 'y':
    case 'd':
        m_days = true;
        break;
    case 'm':
        m_months = true;
        break;
    case 'h':
    case 's':
        m_hours = true;
        break;
    case '0':
        ++m_digits;
        m_pattern.append(NumberFormat::Digit);
        break;
    case '#':
        break;
    case '-':
    case ' ':
    case '/':
    case '(':
    case ')':
    case ':':
        m_pattern.append(c);
        break;
    default:
        m_other = true;
    }
}

void FormatCode::step()
{
    const char c = lowered(m_at);
    if (c == '"') {
        quoted();
    } else if (c == '[') {
        bracketed();
    } else if (c == '\\') {
        if (m_at + 1 < m_code.size())
            m_pattern.append(m_code[m_at + 1]);
        m_at += 2;
    } else if (c == '_' || c == '*') {
        m_at += 2; // room as wide as the next letter, or filled with it
    } else if (c == 'a' && lowered(m_at + 1) == 'm' && lowered(m_at + 2) == '/') {
        m_at += 5;
    } else if (m_code.sliced(m_at).first(qMin(qsizetype(7), m_code.size() - m_at)) == "General") {
        m_other = true;
        m_at += 7;
    } else {
        token(c);
        ++m_at;
    }
}

NumberFormat FormatCode::result() const
{
    using Kind = NumberFormat::Kind;
    if (m_days)
        return {m_hours ? Kind::DateTime : Kind::Date, {}};
    if (m_hours)
        return {Kind::Time, {}};
    if (m_months)
        return {Kind::Date, {}};
    // One zero is how a plain whole number is shown.
    if (m_digits > 1 && !m_other)
        return {Kind::Pattern, m_pattern};
    return {};
}

struct Range {
    int first;
    int last;
    NumberFormat::Kind kind;
};

// 18.8.30; from 27 on those of China, Japan and Korea.
constexpr std::array<Range, 9> BuiltIn{{
    {14, 17, NumberFormat::Kind::Date},
    {18, 21, NumberFormat::Kind::Time},
    {22, 22, NumberFormat::Kind::DateTime},
    {27, 31, NumberFormat::Kind::Date},
    {32, 35, NumberFormat::Kind::Time},
    {36, 36, NumberFormat::Kind::Date},
    {45, 47, NumberFormat::Kind::Time},
    {50, 54, NumberFormat::Kind::Date},
    {57, 58, NumberFormat::Kind::Date},
}};

} // namespace

NumberFormat NumberFormat::fromCode(QByteArrayView code)
{
    return FormatCode(code).read();
}

NumberFormat NumberFormat::builtIn(int id)
{
    const auto *found = std::find_if(BuiltIn.begin(), BuiltIn.end(),
        [id](const Range &range) { return id >= range.first && id <= range.last; });
    return found == BuiltIn.end() ? NumberFormat{} : NumberFormat{found->kind, {}};
}

} // namespace Rollbook
