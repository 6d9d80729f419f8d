// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delimitedwriter.h"

#include "correctedcells.h"

#include <QIODevice>

namespace Rollbook
{

namespace
{

constexpr qsizetype BytesAtOnce = 1 << 16;

/// Lines of text, handed to the file in portions.
class DelimitedLines
{
public:
    DelimitedLines(QIODevice &device, char delimiter)
        : m_device(device)
        , m_delimiter(delimiter)
    {
    }

    /// False when the device does not take it.
    template <typename CellOfColumn>
    bool append(qsizetype columns, const CellOfColumn &cellOfColumn)
    {
        for (qsizetype column = 0; column < columns; ++column) {
            if (column > 0)
                m_text.append(m_delimiter);
            appendCell(cellOfColumn(column));
        }
        m_text.append("\r\n");
        return m_text.size() < BytesAtOnce || flush();
    }
    bool flush()
    {
        const bool taken = m_device.write(m_text) == m_text.size();
        m_text.resize(0);
        return taken;
    }

private:
    // A cell that a spreadsheet takes for a formula stays as it is, other than in a report: the
    // list goes back into Rollbook and other school programs, and none of them takes an apostrophe
    // before "+34 600…" away again.
    void appendCell(QByteArray cell)
    {
        if (cell.contains(m_delimiter) || cell.contains('"') || cell.contains('\n')
            || cell.contains('\r'))
            m_text.append('"').append(cell.replace('"', "\"\"")).append('"');
        else
            m_text.append(cell);
    }

    QIODevice &m_device;
    char m_delimiter;
    QByteArray m_text{"\xEF\xBB\xBF"};
};

} // namespace

bool writeDelimited(const CorrectedCells &cells, char delimiter, QIODevice &device)
{
    DelimitedLines lines(device, delimiter);
    if (!lines.append(cells.columns(), [&](qsizetype column) { return cells.header(column); }))
        return false;
    for (qint32 row = 0; row < cells.rows(); ++row) {
        if (!cells.isLeftOut(row) && !lines.append(cells.columns(), [&](qsizetype column) {
                return cells.cell(row, column);
            }))
            return false;
    }
    return lines.flush();
}

} // namespace Rollbook
