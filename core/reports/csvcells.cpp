// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvcells.h"

#include "reportcells.h"

namespace Rollbook
{

namespace
{

constexpr qsizetype CsvBytesAtOnce = 1 << 16;

bool needsQuotes(const QByteArray &cell)
{
    return cell.contains(',') || cell.contains('"') || cell.contains('\n') || cell.contains('\r');
}

} // namespace

void appendCsvText(QByteArray &line, QByteArray cell)
{
    cell = neutralised(std::move(cell));
    if (needsQuotes(cell))
        line.append('"').append(cell.replace('"', "\"\"")).append('"');
    else
        line.append(cell);
}

void appendCsvLine(QByteArray &text, const QByteArrayList &cells)
{
    for (qsizetype column = 0; column < cells.size(); ++column) {
        if (column > 0)
            text.append(',');
        appendCsvText(text, cells.at(column));
    }
    text.append("\r\n");
}

bool flushCsv(QByteArray &text, QIODevice &device)
{
    if (text.size() < CsvBytesAtOnce)
        return true;
    const bool written = device.write(text) == text.size();
    text.resize(0);
    return written;
}

} // namespace Rollbook
