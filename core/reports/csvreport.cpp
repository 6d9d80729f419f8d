// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvreport.h"

#include "csvcells.h"
#include "reportcells.h"

namespace Rollbook
{

namespace
{

void appendHeader(QByteArray &text, bool namesRuns)
{
    text.append("\xEF\xBB\xBF").append(namesRuns ? "roster,run," : "");
    for (std::size_t column = 0; column < ReportColumns.size(); ++column)
        text.append(column == 0 ? "" : ",").append(ReportColumns[column]);
    text.append("\r\n");
}

void appendCells(QByteArray &text, const ReportCells &cells)
{
    for (std::size_t column = 0; column < cells.size(); ++column) {
        if (column > 0)
            text.append(',');
        if (isNumberColumn(column))
            text.append(cells[column]);
        else
            appendCsvText(text, cells[column]);
    }
    text.append("\r\n");
}

// What stands in front of each row of the run.
QByteArray nameOf(const Run &run)
{
    QByteArray text;
    appendCsvText(text, run.rosterName.toUtf8());
    text.append(',');
    appendCsvText(text, run.id.toUtf8());
    return text.append(',');
}

} // namespace

bool writeCsvReport(const ReportTask &task, QIODevice &device)
{
    const bool namesRuns = task.runs.size() > 1;
    QByteArray text;
    appendHeader(text, namesRuns);
    for (const RegisterStudentsResults &run : task.runs) {
        const QByteArray front = namesRuns ? nameOf(run.run) : QByteArray();
        for (const StudentRegistrationResult &result : run.results) {
            text.append(front);
            appendCells(text, reportCells(run, result));
            if (!task.progress.advance())
                return false;
            if (!flushCsv(text, device))
                return false;
        }
    }
    return device.write(text) == text.size();
}

} // namespace Rollbook
