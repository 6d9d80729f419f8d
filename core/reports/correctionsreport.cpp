// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "correctionsreport.h"

#include "corrections.h"
#include "csvcells.h"
#include "reporttext.h"
#include "reportwords.h"
#include "sheetnames.h"
#include "workbookfile.h"

namespace Rollbook
{

namespace
{

constexpr double ColumnWidth = 18;
constexpr double ReasonWidth = 40;

/// Puts rows on a sheet, and on another one when it is full.
class CorrectionsBook
{
public:
    CorrectionsBook(lxw_workbook *workbook, const ReportTask &task)
        : m_workbook(workbook)
        , m_task(task)
        , m_corrections(task)
        , m_formats(workbook)
    {
    }

    bool fill();
    const std::vector<qsizetype> &rowsOfSheets() const { return m_rows; }

private:
    bool beginSheet();
    void writeRow(const QByteArrayList &cells, lxw_format *format);

    lxw_workbook *m_workbook;
    const ReportTask &m_task;
    Corrections m_corrections;
    CellFormats m_formats;
    SheetNames m_names;
    lxw_worksheet *m_sheet = nullptr; // the workbook's
    std::vector<qsizetype> m_rows;
};

void CorrectionsBook::writeRow(const QByteArrayList &cells, lxw_format *format)
{
    const auto row = static_cast<lxw_row_t>(m_rows.back()++);
    for (qsizetype column = 0; column < cells.size(); ++column)
        writeText(m_sheet, row, static_cast<std::size_t>(column), cells.at(column), format);
}

bool CorrectionsBook::beginSheet()
{
    const QByteArray name = m_names.nameLike(ReportText::tr("Corrections")).toUtf8();
    m_sheet = workbook_add_worksheet(m_workbook, name.constData());
    if (!m_sheet)
        return false;
    const QByteArrayList header = m_corrections.header();
    const auto reason = static_cast<lxw_col_t>(header.size() - 2);
    worksheet_set_column(m_sheet, 0, reason, ColumnWidth, m_formats.text);
    worksheet_set_column(m_sheet, reason, reason, ReasonWidth, m_formats.text);
    worksheet_freeze_panes(m_sheet, 1, 0);
    worksheet_set_landscape(m_sheet);
    worksheet_repeat_rows(m_sheet, 0, 0);
    setUpPage(m_sheet, reportTitle(m_task.runs), m_task.letterhead.paper);
    worksheet_ignore_errors(m_sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    m_rows.push_back(0);
    writeRow(header, m_formats.header);
    return true;
}

bool CorrectionsBook::fill()
{
    if (!beginSheet())
        return false;
    for (const RegisterStudentsResults &run : m_task.runs) {
        for (const StudentRegistrationResult &result : run.results) {
            if (!m_task.progress.advance())
                return false;
            if (!Corrections::isToMend(result))
                continue;
            if (m_rows.back() == LXW_ROW_MAX && !beginSheet())
                return false;
            writeRow(m_corrections.cells(run, result), m_formats.text);
        }
    }
    return true;
}

} // namespace

bool writeCorrectionsCsv(const ReportTask &task, QIODevice &device)
{
    const Corrections corrections(task);
    std::string text("\xEF\xBB\xBF");
    appendCsvLine(text, corrections.header());
    for (const RegisterStudentsResults &run : task.runs) {
        for (const StudentRegistrationResult &result : run.results) {
            if (Corrections::isToMend(result))
                appendCsvLine(text, corrections.cells(run, result));
            if (!task.progress.advance() || !flushCsv(text, device))
                return false;
        }
    }
    return flushCsv(text, device, 0);
}

bool writeCorrectionsXlsx(const ReportTask &task, QIODevice &device)
{
    const auto fill = [&task](lxw_workbook *workbook) -> std::optional<std::vector<qsizetype>> {
        CorrectionsBook book(workbook, task);
        if (!book.fill())
            return std::nullopt;
        return book.rowsOfSheets();
    };
    return writeWorkbook(fill, task.progress, device);
}

} // namespace Rollbook
