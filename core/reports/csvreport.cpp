// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvreport.h"

#include "csvcells.h"
#include "reportcells.h"

namespace Rollbook
{

namespace
{

void appendHeader(std::string &text, bool namesRuns)
{
    text += "\xEF\xBB\xBF";
    text += namesRuns ? "roster,run," : "";
    for (std::size_t column = 0; column < ReportColumns.size(); ++column) {
        text += column == 0 ? "" : ",";
        text += ReportColumns[column];
    }
    text += "\r\n";
}

void appendCells(std::string &text, const ReportCells &cells)
{
    for (std::size_t column = 0; column < cells.size(); ++column) {
        if (column > 0)
            text += ',';
        if (isNumberColumn(column))
            text.append(cells[column].data(), static_cast<std::size_t>(cells[column].size()));
        else
            appendCsvText(text, cells[column]);
    }
    text += "\r\n";
}

// What stands in front of each row of the run.
std::string nameOf(const Run &run)
{
    std::string text;
    appendCsvText(text, run.rosterName.toUtf8());
    text += ',';
    appendCsvText(text, run.id.toUtf8());
    return text += ',';
}

} // namespace

bool writeCsvReport(const ReportTask &task, QIODevice &device)
{
    const bool namesRuns = task.runs.size() > 1;
    std::string text;
    appendHeader(text, namesRuns);
    for (const RegisterStudentsResults &run : task.runs) {
        RowCells cells(run);
        const std::string front = namesRuns ? nameOf(run.run) : std::string();
        for (const StudentRegistrationResult &result : run.results) {
            text += front;
            appendCells(text, cells.of(result));
            if (!task.progress.advance())
                return false;
            if (!flushCsv(text, device))
                return false;
        }
    }
    return flushCsv(text, device, 0);
}

} // namespace Rollbook
