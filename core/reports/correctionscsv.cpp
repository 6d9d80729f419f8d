// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "correctionrows.h"
#include "correctionsreport.h"
#include "reportcells.h"

namespace Rollbook
{

namespace
{

constexpr qsizetype CorrectionBytesAtOnce = 1 << 16;

void appendCorrectionLine(QByteArray &text, const QList<QByteArray> &cells)
{
    bool isFirst = true;
    for (const QByteArray &each : cells) {
        if (!isFirst)
            text.append(',');
        isFirst = false;
        QByteArray cell = neutralised(each);
        const bool isQuoted =
            cell.contains(',') || cell.contains('"') || cell.contains('\n') || cell.contains('\r');
        if (isQuoted)
            text.append('"').append(cell.replace('"', "\"\"")).append('"');
        else
            text.append(cell);
    }
    text.append("\r\n");
}

} // namespace

bool writeCorrectionsCsv(const ReportTask &task, QIODevice &device)
{
    const CorrectionRows rows(task.runs);
    QByteArray text("\xEF\xBB\xBF");
    appendCorrectionLine(text, rows.header());
    const bool isWhole = rows.forEach([&](const QList<QByteArray> &cells) {
        appendCorrectionLine(text, cells);
        if (!task.progress.advance())
            return false;
        if (text.size() < CorrectionBytesAtOnce)
            return true;
        const bool isTaken = device.write(text) == text.size();
        text.resize(0);
        return isTaken;
    });
    return isWhole && device.write(text) == text.size();
}

} // namespace Rollbook
