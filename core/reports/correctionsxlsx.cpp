// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "correctionrows.h"
#include "correctionsreport.h"
#include "reporttext.h"
#include "wholeworkbook.h"
#include "workbook.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace Rollbook
{

namespace
{

constexpr qsizetype LeastLetters = 8;
constexpr qsizetype MostLettersOfColumn = 44;
constexpr int RowsMeasured = 200;
constexpr double ReasonWidth = 60;
constexpr double MarkWidth = 12;
constexpr lxw_color_t ReasonColor = 0xFADDDD;
constexpr lxw_color_t MarkColor = 0x8A8F94;

/// The sheet that goes to a teacher.
class CorrectionSheet
{
public:
    CorrectionSheet(lxw_workbook *workbook, lxw_worksheet *sheet, const CorrectionRows &rows)
        : m_sheet(sheet)
        , m_rows(rows)
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

    bool write(const ReportTask &task);

private:
    void layOut(const ReportTask &task);
    lxw_format *formatOf(qsizetype column) const;

    lxw_worksheet *m_sheet;
    const CorrectionRows &m_rows;
    CellFormats m_formats;
    lxw_format *m_reason;
    lxw_format *m_mark;
};

lxw_format *CorrectionSheet::formatOf(qsizetype column) const
{
    if (column < m_rows.reasonColumn())
        return m_formats.text;
    return column == m_rows.reasonColumn() ? m_reason : m_mark;
}

void CorrectionSheet::layOut(const ReportTask &task)
{
    const auto letters = [](const QByteArray &cell) { return QString::fromUtf8(cell).size(); };
    QList<qsizetype> widths;
    const QList<QByteArray> header = m_rows.header();
    for (const QByteArray &word : header)
        widths += letters(word) + 2;
    int measured = 0;
    m_rows.forEach([&](const QList<QByteArray> &cells) {
        for (qsizetype column = 0; column < cells.size(); ++column)
            widths[column] = std::max(widths.at(column), letters(cells.at(column)) + 1);
        return ++measured < RowsMeasured;
    });
    for (qsizetype column = 0; column < widths.size(); ++column) {
        const auto at = static_cast<lxw_col_t>(column);
        double width =
            static_cast<double>(std::clamp(widths.at(column), LeastLetters, MostLettersOfColumn));
        if (column == m_rows.reasonColumn())
            width = ReasonWidth;
        else if (column > m_rows.reasonColumn())
            width = MarkWidth;
        worksheet_set_column(
            m_sheet, at, at, width, column < m_rows.reasonColumn() ? m_formats.text : nullptr);
    }
    worksheet_freeze_panes(m_sheet, 1, 0);
    worksheet_repeat_rows(m_sheet, 0, 0);
    worksheet_set_landscape(m_sheet);
    setUpPage(m_sheet,
        task.runs.first().run.courseName + QStringLiteral(" · ") + task.runs.first().run.rosterName,
        task.letterhead.paper);
    // Else Excel puts a green corner on each number that is text.
    worksheet_ignore_errors(m_sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
}

bool CorrectionSheet::write(const ReportTask &task)
{
    layOut(task);
    const QList<QByteArray> header = m_rows.header();
    for (qsizetype column = 0; column < header.size(); ++column)
        writeText(
            m_sheet, 0, static_cast<std::size_t>(column), header.at(column), m_formats.header);
    lxw_row_t row = 0;
    return m_rows.forEach([&](const QList<QByteArray> &cells) {
        ++row;
        for (qsizetype column = 0; column < cells.size(); ++column) {
            writeText(
                m_sheet, row, static_cast<std::size_t>(column), cells.at(column), formatOf(column));
        }
        return task.progress.advance();
    });
}

bool copyFile(const QString &path, QIODevice &device)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    constexpr qint64 bytesAtOnce = 1 << 16;
    while (!file.atEnd()) {
        const QByteArray bytes = file.read(bytesAtOnce);
        if (bytes.isEmpty() || device.write(bytes) != bytes.size())
            return false;
    }
    return true;
}

} // namespace

bool writeCorrectionsXlsx(const ReportTask &task, QIODevice &device)
{
    const CorrectionRows rows(task.runs);
    if (rows.count() >= LXW_ROW_MAX || rows.header().size() > LXW_COL_MAX)
        return false;
    const QTemporaryDir folder;
    if (!folder.isValid())
        return false;
    const QString path = folder.filePath(QStringLiteral("corrections.xlsx"));
    QByteArray temporaries = QFile::encodeName(folder.path());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = temporaries.data();
    options.use_zip64 = LXW_TRUE;
    OpenWorkbook workbook(workbook_new_opt(QFile::encodeName(path).constData(), &options));
    lxw_worksheet *const sheet = workbook
        ? workbook_add_worksheet(workbook.get(), ReportText::tr("To correct").toUtf8().constData())
        : nullptr;
    return sheet && CorrectionSheet(workbook.get(), sheet, rows).write(task)
        && workbook_close(workbook.release()) == LXW_NO_ERROR && task.progress.goesOn()
        && isWholeWorkbook(path, {rows.count() + 1}) && copyFile(path, device);
}

} // namespace Rollbook
