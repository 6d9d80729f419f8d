// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/xlssheet.h"

#include "workbook/biffrecords.h"
#include "workbook/bifftexts.h"
#include "workbook/workbooklimits.h"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

namespace Rollbook
{

namespace
{

// A sheet has no more than 65 536 x 256; filled to the brim it is no class list.
constexpr std::size_t MostCells = 8'000'000;

// A number in four bytes ([MS-XLS] 2.5.217).
double fromRk(quint32 rk)
{
    constexpr quint32 hundredths = 1;
    constexpr quint32 whole = 2;
    const double number = (rk & whole) != 0
        ? static_cast<double>(static_cast<qint32>(rk) >> 2)
        : std::bit_cast<double>(static_cast<quint64>(rk & ~3U) << 32);
    return (rk & hundredths) != 0 ? number / 100 : number;
}

// [MS-XLS] 2.5.10
QByteArrayView errorText(quint8 code)
{
    switch (code) {
    case 0x00:
        return "#NULL!";
    case 0x07:
        return "#DIV/0!";
    case 0x0F:
        return "#VALUE!";
    case 0x17:
        return "#REF!";
    case 0x1D:
        return "#NAME?";
    case 0x24:
        return "#NUM!";
    default:
        return "#N/A";
    }
}

QByteArrayView booleanText(quint8 value)
{
    return value != 0 ? "TRUE" : "FALSE";
}

} // namespace

Expected<void> XlsSheet::read(QByteArrayView stream, qsizetype at)
{
    BiffRecords records(stream, at);
    if (!records.next() || records.type() != BiffRecords::BeginOfPart)
        return tl::unexpected(WorkbookErrors::damaged(m_fileName));
    // Charts inside of the sheet are parts of their own.
    int depth = 1;
    while (depth > 0 && records.next()) {
        if (records.type() == BiffRecords::BeginOfPart)
            ++depth;
        else if (records.type() == BiffRecords::EndOfPart)
            --depth;
        else if (depth == 1)
            take(records);
        if (m_cells.size() > MostCells || m_text.size() > WorkbookLimits::SharedTextBytes)
            return tl::unexpected(WorkbookErrors::growsTooMuch(m_fileName));
    }
    if (records.isDamaged() || depth > 0)
        return tl::unexpected(WorkbookErrors::damaged(m_fileName));
    return {};
}

void XlsSheet::take(BiffRecords &records)
{
    const quint16 row = records.word(0);
    const quint16 column = records.word(2);
    const quint16 style = records.word(4);
    switch (records.type()) {
    case BiffRecords::Number:
        addNumber(row, column, style, std::bit_cast<double>(records.qword(6)));
        break;
    case BiffRecords::Rk:
        addNumber(row, column, style, fromRk(records.dword(6)));
        break;
    case BiffRecords::MultipleRk:
        takeMultiple(records);
        break;
    case BiffRecords::SharedLabel:
        addText(row, column, m_globals.sharedText(records.dword(6)));
        break;
    case BiffRecords::Label:
    case BiffRecords::RichLabel:
        addNext(row, column, records, 6);
        break;
    case BiffRecords::BooleanOrError:
        addText(row, column,
            records.byte(7) == 0 ? booleanText(records.byte(6)) : errorText(records.byte(6)));
        break;
    case BiffRecords::Formula:
        takeFormula(records);
        break;
    case BiffRecords::FormulaText:
        if (std::exchange(m_awaitsText, false))
            addNext(m_formulaRow, m_formulaColumn, records, 0);
        break;
    default:
        break;
    }
}

// The result that was computed last ([MS-XLS] 2.5.133).
void XlsSheet::takeFormula(const BiffRecords &records)
{
    m_formulaRow = records.word(0);
    m_formulaColumn = records.word(2);
    m_awaitsText = false;
    if (records.word(12) != 0xFFFF) {
        addNumber(m_formulaRow, m_formulaColumn, records.word(4),
            std::bit_cast<double>(records.qword(6)));
        return;
    }
    const quint8 kind = records.byte(6);
    if (kind == 0)
        m_awaitsText = true; // in a record of its own
    else if (kind == 1)
        addText(m_formulaRow, m_formulaColumn, booleanText(records.byte(8)));
    else if (kind == 2)
        addText(m_formulaRow, m_formulaColumn, errorText(records.byte(8)));
}

void XlsSheet::takeMultiple(const BiffRecords &records)
{
    constexpr qsizetype firstAt = 4;
    constexpr qsizetype sizeOfOne = 6;
    quint16 column = records.word(2);
    for (qsizetype at = firstAt; at + sizeOfOne + 2 <= records.data().size(); at += sizeOfOne)
        addNumber(records.word(0), column++, records.word(at), fromRk(records.dword(at + 2)));
}

void XlsSheet::addNumber(quint16 row, quint16 column, quint16 style, double number)
{
    const qsizetype begin = m_text.size();
    appendNumber(number, m_globals.format(style), m_globals.dates(), m_text);
    m_cells.push_back(
        {row, column, static_cast<qint32>(begin), static_cast<qint32>(m_text.size() - begin)});
}

void XlsSheet::addText(quint16 row, quint16 column, QByteArrayView text)
{
    const qsizetype begin = m_text.size();
    m_text.append(text.data(), text.size());
    m_cells.push_back({row, column, static_cast<qint32>(begin), static_cast<qint32>(text.size())});
}

void XlsSheet::addNext(quint16 row, quint16 column, BiffRecords &records, qsizetype from)
{
    const qsizetype begin = m_text.size();
    BiffTexts(records, from, m_globals.isUnicode(), m_globals.codePage()).appendNext(2, m_text);
    m_cells.push_back(
        {row, column, static_cast<qint32>(begin), static_cast<qint32>(m_text.size() - begin)});
}

void XlsSheet::giveTo(SheetRows &rows)
{
    std::stable_sort(m_cells.begin(), m_cells.end(), [](const Cell &a, const Cell &b) {
        return std::tie(a.row, a.column) < std::tie(b.row, b.column);
    });
    for (auto cell = m_cells.cbegin(); cell != m_cells.cend() && rows.wantsMore();) {
        const quint16 row = cell->row;
        rows.startRow(row);
        for (; cell != m_cells.cend() && cell->row == row; ++cell)
            rows.addCell(cell->column, QByteArrayView(m_text).sliced(cell->begin, cell->size));
        rows.endRow();
    }
}

} // namespace Rollbook
