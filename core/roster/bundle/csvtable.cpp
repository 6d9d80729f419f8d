// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvtable.h"

#include "delimitedscanner.h"
#include "rostertext.h"
#include "textencoding.h"

#include <algorithm>
#include <optional>

namespace Rollbook
{

namespace
{

using Found = DelimitedScanner::Found;

bool isBlank(std::span<const QByteArrayView> cells)
{
    return std::all_of(
        cells.begin(), cells.end(), [](QByteArrayView cell) { return cell.trimmed().isEmpty(); });
}

/// Keeps the first row that is not blank as the header, and what follows as a table.
class TableOfRows final : public RowSink
{
public:
    explicit TableOfRows(qsizetype bytes)
        : m_bytes(bytes)
    {
    }

    bool addRow(std::span<const QByteArrayView> cells) override
    {
        if (isBlank(cells))
            return true;
        if (!m_builder) {
            for (const QByteArrayView cell : cells)
                m_headers += cell.trimmed().toByteArray();
            m_builder.emplace(static_cast<int>(m_headers.size()));
            m_builder->reserve(m_bytes / 64, m_bytes);
            return true;
        }
        for (std::size_t column = 0; column < cells.size(); ++column)
            m_builder->appendCell({cells[column].data(), cells[column].size()});
        m_builder->endRow();
        return true;
    }

    QList<QByteArray> takeHeaders() { return std::move(m_headers); }
    TextTable takeTable() { return m_builder ? std::move(*m_builder).finish() : TextTable(); }

private:
    qsizetype m_bytes;
    QList<QByteArray> m_headers;
    std::optional<TextTable::Builder> m_builder;
};

class FirstRow final : public RowSink
{
public:
    QList<QByteArray> cells;

    bool addRow(std::span<const QByteArrayView> row) override
    {
        if (isBlank(row))
            return true;
        for (const QByteArrayView cell : row)
            cells += cell.trimmed().toByteArray();
        return false;
    }
};

QString whatIsWrong(Found found)
{
    switch (found) {
    case Found::CellTooLong:
        return Text::tr(
            "%1, row %2: there are more than a million letters in one cell. Ask for the "
            "export again.");
    case Found::TooManyColumns:
        return Text::tr("%1, row %2: there are more than 2000 columns. Ask for the export again.");
    case Found::QuoteNotClosed:
        return Text::tr("%1, row %2: a quotation mark is opened that is never closed. Ask for the "
                        "export again.");
    case Found::Row:
    case Found::End:
        break;
    }
    return {};
}

bool isValidUtf8(std::span<const QByteArrayView> cells)
{
    return std::all_of(
        cells.begin(), cells.end(), [](QByteArrayView cell) { return cell.isValidUtf8(); });
}

} // namespace

Expected<void> readCsv(QByteArrayView bytes, const QString &place, RowSink &sink)
{
    bytes = withoutUtf8Mark(bytes);
    DelimitedScanner scanner(bytes, ',');
    for (qint64 row = 1;; ++row) {
        const Found found = scanner.next();
        if (found == Found::End)
            return {};
        if (found != Found::Row)
            return fail(ErrorCode::NotARoster, whatIsWrong(found).arg(place, QString::number(row)));
        if (!isValidUtf8(scanner.cells())) {
            return fail(ErrorCode::NotARoster,
                Text::tr("%1, row %2: there are letters that are not saved as UTF-8. Ask for the "
                         "export as CSV (UTF-8).")
                    .arg(place, QString::number(row)));
        }
        if (!sink.addRow(scanner.cells()))
            return {};
    }
}

Expected<CsvTable> CsvTable::read(QByteArrayView bytes, const QString &place)
{
    TableOfRows rows(bytes.size());
    if (const auto read = readCsv(bytes, place, rows); !read)
        return tl::unexpected(read.error());
    CsvTable table;
    table.m_headers = rows.takeHeaders();
    table.m_table = rows.takeTable();
    return table;
}

int CsvTable::column(QByteArrayView name) const
{
    return columnOf(m_headers, name);
}

QByteArrayView CsvTable::cell(int row, int column) const
{
    const QUtf8StringView text = m_table.text(row, column);
    return QByteArrayView(text.data(), text.size()).trimmed();
}

QList<QByteArray> csvHeaders(QByteArrayView beginning)
{
    FirstRow first;
    const auto read = readCsv(beginning, {}, first);
    return read ? first.cells : QList<QByteArray>();
}

int columnOf(const QList<QByteArray> &headers, QByteArrayView name)
{
    const auto found =
        std::find_if(headers.cbegin(), headers.cend(), [name](const QByteArray &header) {
            return header.compare(name, Qt::CaseInsensitive) == 0;
        });
    return found == headers.cend() ? -1 : static_cast<int>(found - headers.cbegin());
}

} // namespace Rollbook
