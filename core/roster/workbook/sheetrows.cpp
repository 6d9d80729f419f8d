// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/sheetrows.h"

#include "workbook/workbooklimits.h"

namespace Rollbook
{

namespace
{

// Shared texts and repeated rows let a small part stand for much more; honest lists stay far below.
constexpr qint64 GrowthOfAPart = 4;
constexpr qint64 BytesOfACell = 4;

} // namespace

SheetRows::SheetRows(RowSink &sink, const QString &name, qint64 bytes)
    : m_sink(sink)
    , m_name(name)
    , m_bytesLeft(WorkbookLimits::HarmlessBytes + GrowthOfAPart * bytes)
{
}

void SheetRows::fail(const Error &error)
{
    if (!m_error)
        m_error = error;
    m_wantsMore = false;
}

void SheetRows::startRow(qint64 row)
{
    m_row = qMax(qMin(row, WorkbookLimits::Rows), m_next);
    m_text.resize(0);
    m_ends.clear();
}

void SheetRows::addCell(qint64 column, QByteArrayView text)
{
    if (text.isEmpty() || !m_wantsMore)
        return;
    const auto next = static_cast<qint64>(m_ends.size());
    column = qMax(column, next);
    if (column >= WorkbookLimits::Columns) {
        fail(WorkbookErrors::tooManyColumns(m_name));
    } else if (text.size() > WorkbookLimits::BytesInACell) {
        fail(WorkbookErrors::cellTooLong(m_name, m_row, column));
    } else {
        if (column > next)
            m_ends.resize(static_cast<std::size_t>(column), m_text.size());
        m_text.append(text.data(), text.size());
        m_ends.push_back(m_text.size());
    }
}

void SheetRows::endRow(qint64 times)
{
    // What is beyond the limit is as bad as one row beyond.
    m_next = qMin(m_row, WorkbookLimits::Rows) + qBound(qint64(1), times, WorkbookLimits::Rows);
    if (m_ends.empty() || !m_wantsMore)
        return;
    if (m_next > WorkbookLimits::Rows) {
        fail(WorkbookErrors::tooManyRows(m_name));
        return;
    }
    m_cells.clear();
    qsizetype begin = 0;
    for (const qsizetype end : m_ends) {
        m_cells.emplace_back(m_text.constData() + begin, end - begin);
        begin = end;
    }
    for (; m_wantsMore && m_given < m_row; ++m_given)
        m_wantsMore = m_sink.addRow({});
    while (m_wantsMore && m_given < m_next)
        give();
}

void SheetRows::give()
{
    m_bytesLeft -= m_text.size() + BytesOfACell * static_cast<qint64>(m_cells.size());
    if (m_bytesLeft < 0) {
        fail(WorkbookErrors::growsTooMuch(m_name));
        return;
    }
    m_wantsMore = m_sink.addRow(m_cells);
    ++m_given;
}

} // namespace Rollbook
