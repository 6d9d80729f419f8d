// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resultsheet.h"

#include "documentlocale.h"
#include "reportwords.h"

namespace Rollbook
{

namespace
{

// In digits of the usual font, by column.
constexpr std::array<double, ReportColumns.size()> Widths{6, 14, 18, 20, 30, 10, 16, 36, 19, 9, 12};

} // namespace

ResultSheet::ResultSheet(
    lxw_worksheet *sheet, const CellFormats &formats, const Letterhead &letterhead)
    : m_sheet(sheet)
    , m_formats(formats)
    , m_paper(letterhead.paper)
    , m_locale(documentLocale(letterhead))
{
    for (std::size_t i = 0; i < m_titles.size(); ++i)
        m_titles[i] = statusTitle(static_cast<RegistrationStatus>(i)).toUtf8();
}

void ResultSheet::layOut(const Run &run, std::size_t count)
{
    const auto lastColumn = static_cast<lxw_col_t>(ReportColumns.size() - 1);
    for (lxw_col_t column = 0; column <= lastColumn; ++column)
        worksheet_set_column(m_sheet, column, column, Widths[column], nullptr);
    worksheet_freeze_panes(m_sheet, 1, 0);
    worksheet_autofilter(m_sheet, 0, 0, static_cast<lxw_row_t>(count), lastColumn);
    worksheet_repeat_rows(m_sheet, 0, 0);
    worksheet_set_landscape(m_sheet);
    setUpPage(m_sheet, aboutRun(run), m_paper);
    // Else Excel puts a green corner on each number that is text.
    worksheet_ignore_errors(m_sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    colorStates(count);
}

// By the word, so that the colour is right when somebody changes it.
void ResultSheet::colorStates(std::size_t count)
{
    if (count == 0)
        return;
    for (int i = 0; i < RegistrationStatusCount; ++i) {
        QString word = statusTitle(static_cast<RegistrationStatus>(i));
        word.replace(u'"', QStringLiteral("\"\""));
        QByteArray quoted = '"' + word.toUtf8() + '"';
        lxw_conditional_format rule{};
        rule.type = LXW_CONDITIONAL_TYPE_CELL;
        rule.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
        rule.value_string = quoted.data();
        rule.format = m_formats.status[static_cast<std::size_t>(i)];
        worksheet_conditional_format_range(
            m_sheet, 1, StateColumn, static_cast<lxw_row_t>(count), StateColumn, &rule);
    }
}

bool ResultSheet::write(const RegisterStudentsResults &run,
    std::span<const StudentRegistrationResult> results, RowProgress &progress)
{
    layOut(run.run, results.size());
    for (std::size_t column = 0; column < ReportColumns.size(); ++column)
        writeText(m_sheet, 0, column, reportColumnTitle(column).toUtf8(), m_formats.header);
    RowCells cells(run, m_locale);
    lxw_row_t row = 0;
    for (const StudentRegistrationResult &result : results) {
        writeRow(++row, cells.of(result), result);
        if (!progress.advance())
            return false;
    }
    return true;
}

void ResultSheet::writeRow(
    lxw_row_t row, const ReportCells &cells, const StudentRegistrationResult &result)
{
    for (std::size_t column = 0; column < cells.size(); ++column) {
        const auto at = static_cast<lxw_col_t>(column);
        if (isNumberColumn(column)) {
            worksheet_write_number(m_sheet, row, at, cells[column].toDouble(), m_formats.number);
        } else if (column == StateColumn) {
            writeText(m_sheet, row, column, m_titles[static_cast<std::size_t>(result.status())],
                m_formats.text);
        } else if (column == TimeColumn) {
            const StudentRegistration *held = result.registration();
            if (held && held->registeredAtMs != 0)
                worksheet_write_number(
                    m_sheet, row, at, m_clock.serialTime(held->registeredAtMs), m_formats.time);
        } else {
            writeText(m_sheet, row, column, cells[column], m_formats.text);
        }
    }
}

} // namespace Rollbook
