// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "htmltablewalk.h"

#include <algorithm>
#include <array>

namespace Rollbook
{

namespace
{

// Where browsers stop to nest, too.
constexpr int DeepestElement = 512;
constexpr qint64 MostRows = 1'000'000;
// Cells that come from spans cost no bytes in the file, so they need a bound of their own.
constexpr qint64 MostSpannedCells = 5'000'000;
constexpr qsizetype MostBytesInARow = 16 << 20;
// HTML Living Standard, 4.9.11: larger ones are these.
constexpr qint32 LargestColumnSpan = 1000;
constexpr qint32 LargestRowSpan = 65534;

template <std::size_t size>
bool isOneOf(QByteArrayView element, const std::array<QByteArrayView, size> &names)
{
    return std::find(names.begin(), names.end(), element) != names.end();
}

bool isCell(QByteArrayView element)
{
    return element == "td" || element == "th";
}

bool isRowGroup(QByteArrayView element)
{
    static constexpr std::array<QByteArrayView, 3> names{"thead", "tbody", "tfoot"};
    return isOneOf(element, names);
}

bool isUnseen(QByteArrayView element)
{
    static constexpr std::array<QByteArrayView, 5> names{
        "script", "style", "template", "noscript", "title"};
    return isOneOf(element, names);
}

bool breaksLine(QByteArrayView element)
{
    static constexpr std::array<QByteArrayView, 6> names{"br", "p", "div", "li", "ul", "ol"};
    return isOneOf(element, names);
}

// The blanks of HTML, and the no-break space that programs put into cells that are empty.
qsizetype blankAt(QByteArrayView text, qsizetype at)
{
    const char c = text[at];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f')
        return 1;
    return c == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0' ? 2 : 0;
}

} // namespace

bool HtmlTableWalk::stop(Trouble trouble)
{
    m_trouble = trouble;
    return false;
}

bool HtmlTableWalk::begin(QByteArrayView element, qint32 columnSpan, qint32 rowSpan)
{
    if (++m_depth > DeepestElement)
        return stop(Trouble::TooDeep);
    if (isUnseen(element))
        ++m_unseen;
    if (element == "table") {
        m_open.emplace_back();
        m_open.back().number = m_tables++;
        return true;
    }
    if (m_open.empty())
        return true;
    Table &table = m_open.back();
    if (isCell(element))
        return beginCell(columnSpan, rowSpan);
    if (isRowGroup(element) || element == "tr") {
        const bool more = endRow();
        if (element == "tr")
            table.isInRow = true;
        else
            table.spansBelow.clear();
        return more;
    }
    return !breaksLine(element) || addBlank();
}

bool HtmlTableWalk::end(QByteArrayView element)
{
    --m_depth;
    if (isUnseen(element))
        --m_unseen;
    if (m_open.empty())
        return true;
    if (element == "table") {
        const bool more = endRow();
        endTable();
        return more;
    }
    if (isCell(element))
        return endCell();
    if (element == "tr" || isRowGroup(element))
        return endRow();
    return !breaksLine(element) || addBlank();
}

bool HtmlTableWalk::addBlank()
{
    return text(" ");
}

bool HtmlTableWalk::text(QByteArrayView text)
{
    if (m_open.empty() || !m_open.back().isInCell || m_unseen > 0)
        return true;
    Table &table = m_open.back();
    const qsizetype begin = table.ends.empty() ? 0 : table.ends.back();
    QByteArray &row = table.rowText;
    if (row.size() + text.size() > MostBytesInARow)
        return stop(Trouble::CellTooLong);
    for (qsizetype at = 0; at < text.size();) {
        if (const qsizetype blank = blankAt(text, at)) {
            if (row.size() > begin && !row.endsWith(' '))
                row += ' ';
            at += blank;
        } else {
            row += text[at++];
        }
    }
    return true;
}

bool HtmlTableWalk::beginCell(qint32 columnSpan, qint32 rowSpan)
{
    if (!endCell())
        return false;
    Table &table = m_open.back();
    table.isInRow = true;
    const auto isTaken = [&table] {
        return table.ends.size() < table.spansBelow.size()
            && table.spansBelow[table.ends.size()] > 0;
    };
    while (isTaken()) {
        --table.spansBelow[table.ends.size()];
        if (!addEmptyCells(table, 1))
            return false;
    }
    table.columnSpan = std::clamp(columnSpan, 1, LargestColumnSpan);
    table.rowSpan = std::clamp(rowSpan, 1, LargestRowSpan);
    table.isInCell = true;
    return true;
}

bool HtmlTableWalk::addEmptyCells(Table &table, qint32 count)
{
    m_spannedCells += count;
    if (m_spannedCells > MostSpannedCells)
        return stop(Trouble::TooManyCells);
    if (table.ends.size() + static_cast<std::size_t>(count) > MostColumns)
        return stop(Trouble::TooManyColumns);
    table.ends.insert(table.ends.end(), static_cast<std::size_t>(count), table.rowText.size());
    return true;
}

bool HtmlTableWalk::endCell()
{
    Table &table = m_open.back();
    if (!table.isInCell)
        return true;
    table.isInCell = false;
    if (table.ends.size() >= MostColumns)
        return stop(Trouble::TooManyColumns);
    const qsizetype begin = table.ends.empty() ? 0 : table.ends.back();
    if (table.rowText.size() > begin && table.rowText.endsWith(' '))
        table.rowText.chop(1);
    if (table.rowText.size() > begin)
        ++table.filledCells;
    const std::size_t first = table.ends.size();
    table.ends.push_back(table.rowText.size());
    if (!addEmptyCells(table, table.columnSpan - 1))
        return false;
    if (table.rowSpan > 1) {
        table.spansBelow.resize(std::max(table.spansBelow.size(), table.ends.size()));
        std::fill(table.spansBelow.begin() + static_cast<std::ptrdiff_t>(first),
            table.spansBelow.begin() + static_cast<std::ptrdiff_t>(table.ends.size()),
            table.rowSpan - 1);
    }
    return true;
}

bool HtmlTableWalk::endRow()
{
    if (!endCell())
        return false;
    Table &table = m_open.back();
    if (!table.isInRow)
        return true;
    table.isInRow = false;
    for (std::size_t column = table.ends.size(); column < table.spansBelow.size(); ++column) {
        if (table.spansBelow[column] > 0)
            --table.spansBelow[column];
    }
    if (++table.rows > MostRows)
        return stop(Trouble::TooManyRows);
    const bool more = table.number != m_wanted || push(table);
    table.rowText.resize(0);
    table.ends.clear();
    return more;
}

bool HtmlTableWalk::push(const Table &table)
{
    m_cells.clear();
    qsizetype begin = 0;
    for (const qsizetype cellEnd : table.ends) {
        m_cells.push_back(QByteArrayView(table.rowText).sliced(begin, cellEnd - begin));
        begin = cellEnd;
    }
    while (!m_cells.empty() && m_cells.back().isEmpty())
        m_cells.pop_back();
    return m_sink->addRow(m_cells);
}

void HtmlTableWalk::endTable()
{
    const Table &table = m_open.back();
    if (table.filledCells > m_largestCells) {
        m_largest = table.number;
        m_largestCells = table.filledCells;
    }
    m_open.pop_back();
}

} // namespace Rollbook
