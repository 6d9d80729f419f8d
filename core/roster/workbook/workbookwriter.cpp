// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/workbookwriter.h"

#include "correctedcells.h"
#include "domain/officetext.h"
#include "rostertext.h"
#include "workbook/workbookreader.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <xlsxwriter.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace Rollbook
{

namespace
{

constexpr qsizetype MostLetters = 32'767; // UTF-16 units in a cell
// Widths are counted in digits of the usual font; so many rows tell them.
constexpr qint32 RowsForWidths = 200;
constexpr qsizetype NarrowestColumn = 6;
constexpr qsizetype WidestColumn = 48;
constexpr qsizetype RoomForFilterButton = 4;

struct FreeWorkbook {
    void operator()(lxw_workbook *workbook) const { lxw_workbook_free(workbook); }
};
using OpenWorkbook = std::unique_ptr<lxw_workbook, FreeWorkbook>;

/// What was written, or is found in what was written.
class CountedCells : public RowSink
{
public:
    void add(QByteArrayView cell)
    {
        m_cells += cell.isEmpty() ? 0 : 1;
        m_bytes += cell.size();
    }
    bool addRow(std::span<const QByteArrayView> cells) override
    {
        for (const QByteArrayView cell : cells)
            add(cell);
        return true;
    }
    bool operator==(const CountedCells &other) const
    {
        return m_cells == other.m_cells && m_bytes == other.m_bytes;
    }

private:
    qint64 m_cells = 0;
    qint64 m_bytes = 0;
};

Error noRoom()
{
    return {ErrorCode::WriteFailed,
        Text::tr("There is no room to make the workbook in “%1”. Free some space on this computer, "
                 "then save again.")
            .arg(QDir::toNativeSeparators(QDir::tempPath()))};
}

std::optional<Error> whyTooLarge(const CorrectedCells &cells, qint32 rows)
{
    if (cells.columns() > LXW_COL_MAX) {
        return Error{ErrorCode::WriteFailed,
            Text::tr("An Excel workbook holds %1 columns at most, and this list has more. Save it "
                     "as a class list (*.csv).")
                .arg(QLocale().toString(LXW_COL_MAX))};
    }
    if (rows >= LXW_ROW_MAX) {
        return Error{ErrorCode::WriteFailed,
            Text::tr(
                "An Excel workbook holds %1 rows at most, and this list has more. Save it as a "
                "class list (*.csv).")
                .arg(QLocale().toString(LXW_ROW_MAX))};
    }
    return std::nullopt;
}

// Excel keeps "History" for itself.
QByteArray sheetName(lxw_workbook *workbook, const QString &wanted)
{
    const QByteArray name = wanted.toUtf8();
    const bool isFree = !wanted.isEmpty() && wanted.size() <= LXW_SHEETNAME_MAX
        && wanted.compare(QStringLiteral("History"), Qt::CaseInsensitive) != 0
        && std::all_of(wanted.cbegin(), wanted.cend(), [](QChar c) { return c.isPrint(); })
        && workbook_validate_sheet_name(workbook, name.constData()) == LXW_NO_ERROR;
    return isFree ? name : Text::tr("Class list").toUtf8();
}

// The filter is a formula's range, and libxlsxwriter leaves out the quotes that it needs for a
// sheet "7B" or "R1C1". Excel would find the file damaged, so such a sheet gets no filter.
bool canHaveFilter(const QByteArray &sheet)
{
    static const QRegularExpression ambiguous(QStringLiteral("^([\\w.]*\\d[\\w.]*|[rc]{1,2})$"),
        QRegularExpression::CaseInsensitiveOption);
    return !ambiguous.match(QString::fromUtf8(sheet)).hasMatch();
}

/// A sheet whose rows go to a temporary file one after the other.
class TextSheet
{
public:
    TextSheet(lxw_workbook *workbook, lxw_worksheet *sheet, const CorrectedCells &cells)
        : m_sheet(sheet)
        , m_cells(cells)
        , m_text(workbook_add_format(workbook))
        , m_header(workbook_add_format(workbook))
    {
        // What is typed over a cell later stays text as well.
        format_set_num_format(m_text, "@");
        format_set_num_format(m_header, "@");
        format_set_bold(m_header);
    }

    void layOut(qint32 rows);
    Expected<void> write();
    const CountedCells &written() const { return m_written; }

private:
    qsizetype width(qsizetype column) const;
    bool writeCell(lxw_row_t row, qsizetype column, const QByteArray &cell, lxw_format *format);
    Error tooLong(lxw_row_t row, qsizetype column) const;

    lxw_worksheet *m_sheet; // and the formats: the workbook's
    const CorrectedCells &m_cells;
    lxw_format *m_text;
    lxw_format *m_header;
    CountedCells m_written;
};

qsizetype TextSheet::width(qsizetype column) const
{
    const auto letters = [](const QByteArray &cell) { return QString::fromUtf8(cell).size(); };
    qsizetype width = letters(m_cells.header(column)) + RoomForFilterButton;
    for (qint32 row = 0; row < qMin(m_cells.rows(), RowsForWidths); ++row)
        width = qMax(width, letters(m_cells.cell(row, column)));
    return qBound(NarrowestColumn, width, WidestColumn) + 1;
}

void TextSheet::layOut(qint32 rows)
{
    for (qsizetype column = 0; column < m_cells.columns(); ++column) {
        const auto at = static_cast<lxw_col_t>(column);
        worksheet_set_column(m_sheet, at, at, static_cast<double>(width(column)), m_text);
    }
    worksheet_freeze_panes(m_sheet, 1, 0);
    if (canHaveFilter(m_sheet->name)) {
        worksheet_autofilter(m_sheet, 0, 0, static_cast<lxw_row_t>(rows),
            static_cast<lxw_col_t>(m_cells.columns() - 1));
    }
    // Else Excel puts a green corner on each number that is text.
    worksheet_ignore_errors(m_sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
}

Error TextSheet::tooLong(lxw_row_t row, qsizetype column) const
{
    return {ErrorCode::WriteFailed,
        Text::tr(
            "Row %1, column “%2” of the corrected list holds more than %3 letters, more than a "
            "cell of an Excel workbook does. Shorten it, or save the list as a class list "
            "(*.csv).")
            .arg(QLocale().toString(row + 1), QString::fromUtf8(m_cells.header(column)),
                QLocale().toString(MostLetters))};
}

bool TextSheet::writeCell(
    lxw_row_t row, qsizetype column, const QByteArray &cell, lxw_format *format)
{
    if (cell.isEmpty())
        return true;
    const QByteArray text = escapedOfficeText(cell);
    if (text.size() > MostLetters && QString::fromUtf8(text).size() > MostLetters)
        return false;
    m_written.add(cell);
    return worksheet_write_string(
               m_sheet, row, static_cast<lxw_col_t>(column), text.constData(), format)
        == LXW_NO_ERROR;
}

Expected<void> TextSheet::write()
{
    lxw_row_t to = 0;
    for (qsizetype column = 0; column < m_cells.columns(); ++column) {
        if (!writeCell(to, column, m_cells.header(column), m_header))
            return tl::unexpected(tooLong(to, column));
    }
    for (qint32 row = 0; row < m_cells.rows(); ++row) {
        if (m_cells.isLeftOut(row))
            continue;
        ++to;
        for (qsizetype column = 0; column < m_cells.columns(); ++column) {
            if (!writeCell(to, column, m_cells.cell(row, column), m_text))
                return tl::unexpected(tooLong(to, column));
        }
    }
    return {};
}

// libxlsxwriter does not notice when a disk takes only a part of its temporary files.
bool isWhole(const QByteArray &workbook, const CountedCells &written)
{
    CountedCells found;
    return readWorkbook(workbook, {}, {}, found) && found == written;
}

} // namespace

Expected<QByteArray> workbookOf(const CorrectedCells &cells, const QString &sheet)
{
    qint32 rows = 0;
    for (qint32 row = 0; row < cells.rows(); ++row)
        rows += cells.isLeftOut(row) ? 0 : 1;
    if (const auto reason = whyTooLarge(cells, rows))
        return tl::unexpected(*reason);

    QTemporaryFile file;
    if (!file.open())
        return tl::unexpected(noRoom());
    QByteArray folder = QFile::encodeName(QDir::tempPath());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    options.use_zip64 = LXW_TRUE;
    OpenWorkbook workbook(
        workbook_new_opt(QFile::encodeName(file.fileName()).constData(), &options));
    lxw_worksheet *const added = workbook
        ? workbook_add_worksheet(workbook.get(), sheetName(workbook.get(), sheet).constData())
        : nullptr;
    if (!added)
        return tl::unexpected(noRoom());

    TextSheet text(workbook.get(), added, cells);
    text.layOut(rows);
    if (const auto written = text.write(); !written)
        return tl::unexpected(written.error());
    if (workbook_close(workbook.release()) != LXW_NO_ERROR)
        return tl::unexpected(noRoom());
    QByteArray bytes = file.readAll();
    if (!isWhole(bytes, text.written()))
        return tl::unexpected(noRoom());
    return bytes;
}

} // namespace Rollbook
