// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/xlsxsheet.h"

#include "domain/officetext.h"
#include "workbook/workbooklimits.h"

#include <charconv>

namespace Rollbook
{

namespace
{

// XFD is the last; more letters are not read, so nothing can overflow.
constexpr int LettersOfAColumn = 3;

// "AB12" is column 27; -1 when it names none.
qint64 columnOf(QByteArrayView cell)
{
    qint64 column = 0;
    int letters = 0;
    for (const char c : cell) {
        const char upper = static_cast<char>(c & ~0x20);
        if (upper < 'A' || upper > 'Z' || ++letters > LettersOfAColumn)
            break;
        column = column * 26 + (upper - 'A' + 1);
    }
    return column - 1;
}

qint64 wholeNumber(QByteArrayView text, qint64 otherwise)
{
    qint64 number = otherwise;
    std::from_chars(text.begin(), text.end(), number);
    return number;
}

// 2011-05-21T00:00:00Z
void appendIsoDate(QByteArray date, QByteArray &text)
{
    if (date.endsWith('Z'))
        date.chop(1);
    date.replace('T', ' ');
    const qsizetype fraction = date.indexOf('.');
    if (fraction > 0)
        date.truncate(fraction);
    if (date.size() == 19 && date.endsWith(":00"))
        date.chop(3);
    if (date.size() == 16 && date.endsWith(" 00:00"))
        date.chop(6);
    text.append(date);
}

} // namespace

XlsxSheet::XlsxSheet(
    const SharedTexts &texts, const XlsxStyles &styles, DateSystem dates, SheetRows &rows)
    : m_texts(texts)
    , m_styles(styles)
    , m_dates(dates)
    , m_rows(rows)
{
}

XlsxSheet::Type XlsxSheet::typeOf(QByteArrayView word)
{
    if (word.isEmpty() || word == "n")
        return Type::Number;
    if (word == "s")
        return Type::SharedText;
    if (word == "b")
        return Type::Boolean;
    return word == "d" ? Type::Date : Type::Text; // str, inlineStr, e
}

void XlsxSheet::startElement(QByteArrayView name, const XmlAttributes &attributes)
{
    if (name == "c" && m_inData)
        startCell(attributes);
    else if (name == "v" || name == "t")
        m_inValue = m_inCell && m_phonetic == 0;
    else if (name == "row" && m_inData)
        startRow(attributes);
    else if (name == "rPh")
        ++m_phonetic;
    else if (name == "sheetData")
        m_inData = true;
}

void XlsxSheet::endElement(QByteArrayView name)
{
    if (name == "v" || name == "t") {
        m_inValue = false;
    } else if (name == "c" && m_inCell) {
        endCell();
        stopIfDone();
    } else if (name == "row" && m_inData) {
        m_rows.endRow();
        stopIfDone();
    } else if (name == "rPh") {
        --m_phonetic;
    } else if (name == "sheetData") {
        m_inData = false;
    }
}

void XlsxSheet::stopIfDone()
{
    if (m_rows.wantsMore())
        return;
    if (m_rows.error())
        stop(*m_rows.error());
    else
        stop();
}

void XlsxSheet::text(QByteArrayView utf8)
{
    // One letter more than is allowed is enough to know that it is too long.
    if (m_inValue && m_value.size() <= WorkbookLimits::BytesInACell)
        m_value.append(utf8.data(), utf8.size());
}

void XlsxSheet::startRow(const XmlAttributes &attributes)
{
    m_rows.startRow(wholeNumber(attributes.value("r"), 0) - 1);
    m_nextColumn = 0;
}

void XlsxSheet::startCell(const XmlAttributes &attributes)
{
    m_inCell = true;
    m_type = Type::Number;
    m_style = 0;
    m_value.resize(0);
    attributes.visit([this](QByteArrayView name, QByteArrayView value) {
        if (name == "r")
            m_nextColumn = qMax(m_nextColumn, columnOf(value));
        else if (name == "t")
            m_type = typeOf(value);
        else if (name == "s")
            m_style = wholeNumber(value, 0);
    });
}

void XlsxSheet::endCell()
{
    m_inCell = false;
    const qint64 column = m_nextColumn++;
    if (m_value.isEmpty())
        return;
    m_shown.resize(0);
    switch (m_type) {
    case Type::SharedText:
        m_rows.addCell(column, m_texts.at(wholeNumber(m_value, -1)));
        return;
    case Type::Text:
        unescapeOfficeText(m_value);
        m_rows.addCell(column, m_value);
        return;
    case Type::Number:
        appendNumber(m_value, m_styles.format(m_style), m_dates, m_shown);
        break;
    case Type::Boolean:
        m_shown.append(m_value == "0" || m_value == "false" ? "FALSE" : "TRUE");
        break;
    case Type::Date:
        appendIsoDate(m_value, m_shown);
        break;
    }
    m_rows.addCell(column, m_shown);
}

} // namespace Rollbook
