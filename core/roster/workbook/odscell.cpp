// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/odscell.h"

#include "workbook/numberformat.h"
#include "workbook/workbooklimits.h"

#include <algorithm>
#include <array>

namespace Rollbook
{

namespace
{

constexpr qint64 MostBlanksAtOnce = 1000;

// Their paragraphs do not belong to the text of the cell.
bool isForeign(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 8> foreign{
        "annotation", "frame", "custom-shape", "rect", "g", "control", "ruby-text", "table"};
    return std::find(foreign.begin(), foreign.end(), name) != foreign.end();
}

// An identifier rather than a quantity: 00123 or 123-45, which stands for the same number.
bool isIdentifierFor(QByteArrayView shown, QByteArrayView number)
{
    QByteArray digits;
    for (const char c : shown) {
        if (c >= '0' && c <= '9')
            digits.append(c);
        else if (c == '.' || c == ',' || c == '%' || c == '+')
            return false;
    }
    const bool padded = digits.size() > 1 && digits.startsWith('0');
    const bool split = shown.contains('-') && !shown.startsWith('-');
    if (!padded && !split)
        return false;
    const auto zeros =
        std::find_if(digits.cbegin(), digits.cend(), [](char c) { return c != '0'; });
    const qsizetype leading = qMin(zeros - digits.cbegin(), digits.size() - 1);
    return QByteArrayView(digits).sliced(leading) == number;
}

// 2011-05-21T09:00:00.000
void appendDate(QByteArrayView value, bool withTime, QByteArray &text)
{
    constexpr qsizetype dateSize = 10;
    const qsizetype start = value.indexOf('T');
    if (start < dateSize) {
        text.append(value);
        return;
    }
    text.append(value.first(start));
    QByteArrayView time = value.sliced(start + 1);
    time = time.first(qMin(qsizetype(8), time.size()));
    if (!withTime || time == "00:00:00")
        return;
    text.append(' ').append(time.endsWith(":00") ? time.chopped(3) : time);
}

// PT09H05M00S
void appendTime(QByteArrayView value, QByteArray &text)
{
    std::array<int, 3> parts{}; // hours, minutes, seconds
    int number = 0;
    bool inFraction = false;
    for (const char c : value) {
        const auto unit = QByteArrayView("HMS").indexOf(c);
        if (c >= '0' && c <= '9' && !inFraction && number < 100'000)
            number = number * 10 + (c - '0');
        inFraction = (inFraction || c == '.' || c == ',') && unit < 0;
        if (unit >= 0)
            parts[static_cast<std::size_t>(unit)] = std::exchange(number, 0);
    }
    const auto two = [](int part) { return QByteArray::number(part).rightJustified(2, '0'); };
    text.append(two(parts[0]) + ':' + two(parts[1]));
    if (parts[2] != 0)
        text.append(':' + two(parts[2]));
}

} // namespace

void OdsCell::start(const XmlAttributes &attributes)
{
    m_type = Type::Text;
    m_value.resize(0);
    m_text.resize(0);
    m_hasParagraph = false;
    m_inParagraph = false;
    m_foreign = 0;
    attributes.visit([this](QByteArrayView name, QByteArrayView value) {
        if (name == "value-type") {
            if (value == "float" || value == "percentage" || value == "currency")
                m_type = Type::Number;
            else if (value == "date")
                m_type = Type::Date;
            else if (value == "time")
                m_type = Type::Time;
            else if (value == "boolean")
                m_type = Type::Boolean;
        } else if (name == "value" || name == "date-value" || name == "time-value"
            || name == "boolean-value" || name == "string-value") {
            m_value.append(value);
        }
    });
}

void OdsCell::startElement(QByteArrayView name, const XmlAttributes &attributes)
{
    if (m_foreign > 0 || isForeign(name)) {
        ++m_foreign;
    } else if (name == "p") {
        if (m_hasParagraph)
            add("\n");
        m_hasParagraph = true;
        m_inParagraph = true;
    } else if (name == "s") {
        const qint64 count = attributes.value("c").toLongLong();
        add(QByteArray(qBound(qint64(1), count, MostBlanksAtOnce), ' '));
    } else if (name == "tab") {
        add("\t");
    } else if (name == "line-break") {
        add("\n");
    }
}

void OdsCell::endElement(QByteArrayView name)
{
    if (m_foreign > 0)
        --m_foreign;
    else if (name == "p")
        m_inParagraph = false;
}

void OdsCell::text(QByteArrayView utf8)
{
    if (m_foreign == 0 && m_inParagraph)
        add(utf8);
}

void OdsCell::add(QByteArrayView utf8)
{
    // One letter more than is allowed is enough to know that it is too long.
    if (m_text.size() <= WorkbookLimits::BytesInACell)
        m_text.append(utf8.data(), utf8.size());
}

QByteArrayView OdsCell::shown()
{
    if (m_type == Type::Text || m_value.isEmpty())
        return m_hasParagraph ? m_text : m_value;
    m_shown.resize(0);
    switch (m_type) {
    case Type::Text:
        break;
    case Type::Number:
        appendNumber(m_value, m_shown);
        if (isIdentifierFor(m_text, m_shown))
            return m_text;
        break;
    case Type::Date:
        appendDate(m_value, m_text.contains(':'), m_shown);
        break;
    case Type::Time:
        appendTime(m_value, m_shown);
        break;
    case Type::Boolean:
        m_shown.append(m_value == "true" ? "TRUE" : "FALSE");
        break;
    }
    return m_shown;
}

} // namespace Rollbook
