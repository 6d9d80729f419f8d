// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "correctionsreport.h"

#include "correctionrows.h"
#include "csvcells.h"
#include "documentlocale.h"
#include "reporttext.h"
#include "reportwords.h"
#include "sheetnames.h"
#include "workbookfile.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

// In letters.
constexpr qsizetype NarrowestColumn = 8;
constexpr qsizetype WidestColumn = 44;
constexpr int RowsMeasured = 200;
constexpr double ReasonWidth = 60;
constexpr double MarkWidth = 12;
constexpr lxw_color_t ReasonColor = 0xFADDDD;
constexpr lxw_color_t MarkColor = 0x8A8F94;

/// Puts rows on a sheet, and on another one when it is full.
class CorrectionsBook
{
public:
    CorrectionsBook(lxw_workbook *workbook, const ReportTask &task)
        : m_workbook(workbook)
        , m_task(task)
        , m_corrections(task.runs, documentLocale(task.letterhead))
        , m_formats(workbook)
        , m_reason(workbook_add_format(workbook))
        , m_mark(workbook_add_format(workbook))
    {
        format_set_num_format(m_reason, "@");
        format_set_bg_color(m_reason, ReasonColor);
        format_set_text_wrap(m_reason);
        format_set_num_format(m_mark, "@");
        format_set_font_color(m_mark, MarkColor);
    }

    bool fill();
    const std::vector<qsizetype> &rowsOfSheets() const { return m_rows; }

private:
    QList<double> widths() const;
    bool beginSheet();
    void writeRow(const QList<QByteArray> &cells, bool isHeader);
    lxw_format *formatOf(qsizetype column) const;

    lxw_workbook *m_workbook; // and its formats
    const ReportTask &m_task;
    CorrectionRows m_corrections;
    CellFormats m_formats;
    lxw_format *m_reason;
    lxw_format *m_mark;
    SheetNames m_names;
    lxw_worksheet *m_sheet = nullptr; // the workbook's
    std::vector<qsizetype> m_rows;
};

lxw_format *CorrectionsBook::formatOf(qsizetype column) const
{
    if (column < m_corrections.reasonColumn())
        return m_formats.text;
    return column == m_corrections.reasonColumn() ? m_reason : m_mark;
}

QList<double> CorrectionsBook::widths() const
{
    const auto letters = [](const QByteArray &cell) { return QString::fromUtf8(cell).size(); };
    QList<qsizetype> longest;
    const QList<QByteArray> header = m_corrections.header();
    for (const QByteArray &word : header)
        longest += letters(word) + 2;
    int measured = 0;
    m_corrections.forEach([&](const QList<QByteArray> &cells) {
        for (qsizetype column = 0; column < cells.size(); ++column)
            longest[column] = std::max(longest.at(column), letters(cells.at(column)) + 1);
        return ++measured < RowsMeasured;
    });
    QList<double> widths;
    for (qsizetype column = 0; column < m_corrections.reasonColumn(); ++column)
        widths +=
            static_cast<double>(std::clamp(longest.at(column), NarrowestColumn, WidestColumn));
    return widths << ReasonWidth << MarkWidth;
}

void CorrectionsBook::writeRow(const QList<QByteArray> &cells, bool isHeader)
{
    const auto row = static_cast<lxw_row_t>(m_rows.back()++);
    for (qsizetype column = 0; column < cells.size(); ++column) {
        writeText(m_sheet, row, static_cast<std::size_t>(column), cells.at(column),
            isHeader ? m_formats.header : formatOf(column));
    }
}

bool CorrectionsBook::beginSheet()
{
    const QByteArray name = m_names.nameLike(ReportText::tr("To correct")).toUtf8();
    m_sheet = workbook_add_worksheet(m_workbook, name.constData());
    if (!m_sheet)
        return false;
    const QList<double> wide = widths();
    for (qsizetype column = 0; column < wide.size(); ++column) {
        const auto at = static_cast<lxw_col_t>(column);
        const bool isOfList = column < m_corrections.reasonColumn();
        worksheet_set_column(m_sheet, at, at, wide.at(column), isOfList ? m_formats.text : nullptr);
    }
    worksheet_freeze_panes(m_sheet, 1, 0);
    worksheet_set_landscape(m_sheet);
    worksheet_repeat_rows(m_sheet, 0, 0);
    setUpPage(m_sheet, reportTitle(m_task.runs), m_task.letterhead.paper);
    worksheet_ignore_errors(m_sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    m_rows.push_back(0);
    writeRow(m_corrections.header(), true);
    return true;
}

bool CorrectionsBook::fill()
{
    const auto take = [this](const QList<QByteArray> &cells) {
        if (m_rows.back() == LXW_ROW_MAX && !beginSheet())
            return false;
        writeRow(cells, false);
        return true;
    };
    return beginSheet() && m_corrections.forEach(take, &m_task.progress);
}

} // namespace

bool writeCorrectionsCsv(const ReportTask &task, QIODevice &device)
{
    const CorrectionRows rows(task.runs, documentLocale(task.letterhead));
    std::string text("\xEF\xBB\xBF");
    appendCsvLine(text, rows.header());
    const auto take = [&](const QList<QByteArray> &cells) {
        appendCsvLine(text, cells);
        return flushCsv(text, device);
    };
    return rows.forEach(take, &task.progress) && flushCsv(text, device, 0);
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
