// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "summarysheet.h"

#include "documentlocale.h"
#include "logo.h"
#include "reporttext.h"
#include "reportwords.h"
#include "statuscolor.h"

namespace Rollbook
{

namespace
{

// What was registered, in which course; then a column a status, then all of them.
constexpr lxw_col_t CourseColumn = 1;
constexpr lxw_col_t FirstStatus = 2;
constexpr lxw_col_t TotalColumn = FirstStatus + RegistrationStatusCount;
constexpr double NameWidth = 26;
constexpr double FigureWidth = 18;
// libxlsxwriter forgets the heights of rows that are written, so the logo takes usual ones.
constexpr lxw_row_t LogoRows = 3;
constexpr double LogoHeight = LogoRows * 20; // pixels

lxw_col_t columnOf(RegistrationStatus status)
{
    return static_cast<lxw_col_t>(FirstStatus + static_cast<int>(status));
}

void write(
    lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const QString &text, lxw_format *format)
{
    writeText(sheet, row, column, text.toUtf8(), format);
}

} // namespace

SummarySheet::SummarySheet(lxw_workbook *workbook, lxw_worksheet *sheet, const CellFormats &formats,
    const Letterhead &letterhead)
    : m_workbook(workbook)
    , m_sheet(sheet)
    , m_formats(formats)
    , m_letterhead(letterhead)
{
}

void SummarySheet::write(const QList<RegisterStudentsResults> &runs)
{
    worksheet_set_column(m_sheet, 0, CourseColumn, NameWidth, nullptr);
    worksheet_set_column(m_sheet, FirstStatus, TotalColumn, FigureWidth, nullptr);
    worksheet_set_landscape(m_sheet);
    const QString title = reportTitle(runs);
    setUpPage(m_sheet, title, m_letterhead.paper);
    writeLetterhead();
    Rollbook::write(m_sheet, m_row, 0, title, m_formats.title);
    m_row += 2;
    if (runs.size() == 1)
        writeFacts(runs.first().run);
    writeFigures(runs);
    addChart(static_cast<int>(runs.size()));
}

// The logo has rows for itself: the texts beneath need not know how wide it is.
void SummarySheet::writeLetterhead()
{
    const QImage logo = logoImage(m_letterhead);
    if (!logo.isNull()) {
        const QByteArray png = logoPng(m_letterhead);
        lxw_image_options options{};
        options.y_scale = options.x_scale = LogoHeight / logo.height();
        worksheet_insert_image_buffer_opt(m_sheet, m_row, 0,
            reinterpret_cast<const unsigned char *>(png.constData()),
            static_cast<std::size_t>(png.size()), &options);
        m_row += LogoRows + 1;
    }
    if (!m_letterhead.schoolName.isEmpty())
        Rollbook::write(m_sheet, m_row++, 0, m_letterhead.schoolName, m_formats.name);
    const QStringList address = m_letterhead.address.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : address)
        Rollbook::write(m_sheet, m_row++, 0, line, m_formats.text);
    if (m_row > 0)
        ++m_row;
}

void SummarySheet::writeFacts(const Run &run)
{
    const auto facts = runFacts(run, documentLocale(m_letterhead));
    for (const auto &[name, value] : facts) {
        Rollbook::write(m_sheet, m_row, 0, name, m_formats.name);
        Rollbook::write(m_sheet, m_row, CourseColumn, value, m_formats.text);
        ++m_row;
    }
    ++m_row;
}

void SummarySheet::writeFigures(const QList<RegisterStudentsResults> &runs)
{
    m_figuresHeader = m_row;
    Rollbook::write(m_sheet, m_row, 0, ReportText::tr("Class list"), m_formats.header);
    Rollbook::write(m_sheet, m_row, CourseColumn, ReportText::tr("Course"), m_formats.header);
    for (int i = 0; i < RegistrationStatusCount; ++i) {
        const auto status = static_cast<RegistrationStatus>(i);
        Rollbook::write(m_sheet, m_row, columnOf(status), statusTitle(status), m_formats.header);
    }
    Rollbook::write(m_sheet, m_row, TotalColumn, ReportText::tr("All"), m_formats.header);
    ++m_row;
    for (const RegisterStudentsResults &run : runs)
        writeFiguresOf(run.run);
    if (runs.size() == 1)
        return;
    Run all;
    all.counts = countsOfAll(runs);
    all.rosterName = ReportText::tr("All together");
    writeFiguresOf(all);
}

void SummarySheet::writeFiguresOf(const Run &run)
{
    Rollbook::write(m_sheet, m_row, 0, run.rosterName, m_formats.text);
    Rollbook::write(m_sheet, m_row, CourseColumn, run.courseName, m_formats.text);
    for (int i = 0; i < RegistrationStatusCount; ++i) {
        const auto status = static_cast<RegistrationStatus>(i);
        worksheet_write_number(
            m_sheet, m_row, columnOf(status), run.counts[status], m_formats.number);
    }
    worksheet_write_number(m_sheet, m_row, TotalColumn, run.counts.total(), m_formats.number);
    ++m_row;
}

// One run: a bar for each state. Several: a bar for each of them, in parts.
void SummarySheet::addChart(int runs)
{
    const lxw_row_t first = m_figuresHeader + 1;
    lxw_chart *const chart =
        workbook_add_chart(m_workbook, runs == 1 ? LXW_CHART_BAR : LXW_CHART_BAR_STACKED);
    if (!chart)
        return;
    chart_title_set_name(chart, ReportText::tr("Students by state").toUtf8().constData());
    // The first at the top, as above it.
    chart_axis_set_reverse(chart->y_axis);
    if (runs == 1) {
        addBars(chart, first);
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    } else {
        for (int i = 0; i < RegistrationStatusCount; ++i) {
            addSeries(chart, static_cast<RegistrationStatus>(i), first,
                first + static_cast<lxw_row_t>(runs) - 1);
        }
        chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    }
    worksheet_insert_chart(m_sheet, m_row + 1, 0, chart);
}

void SummarySheet::addBars(lxw_chart *chart, lxw_row_t row)
{
    lxw_chart_series *const series = chart_add_series(chart, nullptr, nullptr);
    const lxw_col_t last = TotalColumn - 1;
    chart_series_set_categories(
        series, m_sheet->name, m_figuresHeader, FirstStatus, m_figuresHeader, last);
    chart_series_set_values(series, m_sheet->name, row, FirstStatus, row, last);
    chart_series_set_labels(series);
    std::array<lxw_chart_fill, RegistrationStatusCount> fills{};
    std::array<lxw_chart_point, RegistrationStatusCount> points{};
    std::array<lxw_chart_point *, RegistrationStatusCount + 1> all{};
    for (std::size_t i = 0; i < fills.size(); ++i) {
        fills[i].color = statusColor(static_cast<RegistrationStatus>(i));
        points[i].fill = &fills[i];
        all[i] = &points[i];
    }
    chart_series_set_points(series, all.data());
}

void SummarySheet::addSeries(
    lxw_chart *chart, RegistrationStatus status, lxw_row_t first, lxw_row_t last)
{
    lxw_chart_series *const series = chart_add_series(chart, nullptr, nullptr);
    const lxw_col_t column = columnOf(status);
    chart_series_set_name_range(series, m_sheet->name, m_figuresHeader, column);
    chart_series_set_categories(series, m_sheet->name, first, 0, last, 0);
    chart_series_set_values(series, m_sheet->name, first, column, last, column);
    lxw_chart_fill fill{};
    fill.color = statusColor(status);
    chart_series_set_fill(series, &fill);
}

} // namespace Rollbook
