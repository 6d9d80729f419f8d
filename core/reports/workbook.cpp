// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook.h"

#include "domain/officetext.h"
#include "reporttext.h"
#include "statuscolor.h"

#include <QString>

#include <string>

namespace Rollbook
{

namespace
{

constexpr qsizetype MostCellLetters = 32'767; // UTF-16 units in a cell
constexpr qsizetype MostInFooter = 120;       // well within the 255 of Excel
// ECMA-376 part 1, 18.3.1.63
constexpr int PaperLetter = 1;
constexpr int PaperA4 = 9;

lxw_color_t backgroundOf(RegistrationStatus status)
{
    switch (status) {
    case RegistrationStatus::Registered:
        return 0xDDF3E0;
    case RegistrationStatus::Waitlisted:
        return 0xFFF0CC;
    case RegistrationStatus::AlreadyRegistered:
        return 0xDCE9FA;
    case RegistrationStatus::Rejected:
        return 0xFADDDD;
    case RegistrationStatus::Failed:
        return 0xF3DDF5;
    case RegistrationStatus::NotAttempted:
        return 0xE8E8E8;
    }
    return LXW_COLOR_WHITE;
}

lxw_format *withNumbers(lxw_workbook *workbook, const char *kind)
{
    lxw_format *const format = workbook_add_format(workbook);
    format_set_num_format(format, kind);
    return format;
}

} // namespace

CellFormats::CellFormats(lxw_workbook *workbook)
    : title(workbook_add_format(workbook))
    , name(workbook_add_format(workbook))
    , header(withNumbers(workbook, "@"))
    , text(withNumbers(workbook, "@"))
    , number(withNumbers(workbook, "0"))
    , time(withNumbers(workbook, "yyyy-mm-dd hh:mm:ss"))
    , status{}
{
    constexpr double TitlePoints = 16;
    format_set_bold(title);
    format_set_font_size(title, TitlePoints);
    format_set_bold(name);
    format_set_bold(header);
    format_set_bottom(header, LXW_BORDER_THIN);
    format_set_align(number, LXW_ALIGN_LEFT);
    format_set_align(time, LXW_ALIGN_LEFT);
    for (std::size_t i = 0; i < status.size(); ++i) {
        status[i] = workbook_add_format(workbook);
        format_set_font_color(status[i], statusColor(static_cast<RegistrationStatus>(i)));
        format_set_bg_color(status[i], backgroundOf(static_cast<RegistrationStatus>(i)));
    }
}

void writeText(lxw_worksheet *sheet, lxw_row_t row, std::size_t column, QByteArrayView utf8,
    lxw_format *format)
{
    if (utf8.isEmpty())
        return;
    const QByteArray text = escapedOfficeText(QByteArray::fromRawData(utf8.data(), utf8.size()));
    // With an end, which raw data has not.
    std::string cell(text.constData(), static_cast<std::size_t>(text.size()));
    if (text.size() > MostCellLetters)
        cell = escapedOfficeText(QString::fromUtf8(utf8).left(MostCellLetters / 8).toUtf8())
                   .toStdString();
    worksheet_write_string(sheet, row, static_cast<lxw_col_t>(column), cell.c_str(), format);
}

void setUpPage(lxw_worksheet *sheet, const QString &about, Paper size)
{
    worksheet_set_paper(sheet, size == Paper::Letter ? PaperLetter : PaperA4);
    worksheet_fit_to_pages(sheet, 1, 0);
    // An ampersand begins a code there.
    const auto plain = [](QString text) { return text.replace(u'&', QStringLiteral("&&")); };
    const QString footer = QStringLiteral("&L%1&R%2")
                               .arg(plain(about.left(MostInFooter)),
                                   plain(ReportText::tr("Page %1 of %2"))
                                       .arg(QStringLiteral("&P"), QStringLiteral("&N")));
    worksheet_set_footer(sheet, footer.toUtf8().constData());
}

} // namespace Rollbook
