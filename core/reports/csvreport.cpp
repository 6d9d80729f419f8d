// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvreport.h"

#include "reportcells.h"

namespace Rollbook
{

namespace
{

constexpr qsizetype BytesAtOnce = 1 << 16;

bool runsAsFormula(const QByteArray &cell)
{
    return !cell.isEmpty() && QByteArrayView("=+-@\t\r").contains(cell.front());
}

bool needsQuotes(const QByteArray &cell)
{
    return cell.contains(',') || cell.contains('"') || cell.contains('\n') || cell.contains('\r');
}

void appendText(QByteArray &line, QByteArray cell)
{
    if (runsAsFormula(cell))
        cell.prepend('\'');
    if (needsQuotes(cell))
        line.append('"').append(cell.replace('"', "\"\"")).append('"');
    else
        line.append(cell);
}

} // namespace

bool writeCsvReport(const RegisterStudentsResults &results, QIODevice &device)
{
    QByteArray text("\xEF\xBB\xBF");
    for (std::size_t column = 0; column < ReportColumns.size(); ++column)
        text.append(column == 0 ? "" : ",").append(ReportColumns[column]);
    text.append("\r\n");
    for (const StudentRegistrationResult &result : results.results) {
        const ReportCells cells = reportCells(results, result);
        for (std::size_t column = 0; column < cells.size(); ++column) {
            if (column > 0)
                text.append(',');
            if (isNumberColumn(column))
                text.append(cells[column]);
            else
                appendText(text, cells[column]);
        }
        text.append("\r\n");
        if (text.size() >= BytesAtOnce) {
            if (device.write(text) != text.size())
                return false;
            text.resize(0);
        }
    }
    return device.write(text) == text.size();
}

} // namespace Rollbook
