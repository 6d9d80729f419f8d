// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delimitedreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <csv.h>
#include <memory>
#include <optional>

namespace Rollbook
{

namespace
{

constexpr int MostColumns = 2000;
constexpr std::size_t MostBytesInACell = 1 << 20;
// Small enough to stop soon after something is wrong.
constexpr qsizetype BytesAtOnce = 1 << 18;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Roster)
};

// Whichever is most frequent outside of quotes in the first line that is not blank.
char sniffDelimiter(QByteArrayView text)
{
    static constexpr std::array<char, 3> candidates{',', ';', '\t'};
    std::array<qsizetype, candidates.size()> counts{};
    bool quoted = false;
    bool blank = true;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r') && !blank)
            break;
        blank = blank && (c == '\n' || c == '\r' || c == ' ');
        const auto *found = std::find(candidates.begin(), candidates.end(), c);
        if (!quoted && found != candidates.end())
            ++counts[static_cast<std::size_t>(found - candidates.begin())];
    }
    return candidates[static_cast<std::size_t>(
        std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

/// Takes cells and rows from libcsv and builds the table.
class TableSink
{
public:
    TableSink(const QString &name, const DeriveColumns &derive, qsizetype bytes)
        : m_name(name)
        , m_derive(derive)
        , m_bytes(bytes)
    {
    }

    // libcsv's buffer is used again for the next cell, so the cells of a row are copied once.
    static void cell(void *text, std::size_t size, void *sink)
    {
        static_cast<TableSink *>(sink)->addCell(static_cast<const char *>(text), size);
    }
    static void row(int /*lineEnd*/, void *sink) { static_cast<TableSink *>(sink)->endRow(); }

    std::optional<Error> error() const { return m_error; }
    DelimitedText take()
    {
        if (m_builder)
            m_result.table = std::move(*m_builder).finish();
        return std::move(m_result);
    }
    /// For the sentence of an error in the row that is being read.
    QString place() const;

private:
    void addCell(const char *text, std::size_t size);
    void endRow();
    void endHeader(const QList<QByteArrayView> &cells);
    void endStudent(const QList<QByteArrayView> &cells);
    void fail(const QString &sentence);

    QString m_name;
    const DeriveColumns &m_derive;
    qsizetype m_bytes;
    DelimitedText m_result;
    DerivedColumns m_derived;
    std::optional<TextTable::Builder> m_builder;
    std::optional<Error> m_error;
    QByteArray m_rowText;
    QList<qsizetype> m_ends;
    QList<QByteArrayView> m_cells;
};

QString TableSink::place() const
{
    const qsizetype column = m_ends.size();
    const QString header = m_result.headers.value(column);
    if (!m_builder)
        return Text::tr("In “%1”, in the header, column %2").arg(m_name).arg(column + 1);
    return header.isEmpty() ? Text::tr("In “%1”, row %2, column %3")
                                  .arg(m_name)
                                  .arg(m_builder->rowCount() + 1)
                                  .arg(column + 1)
                            : Text::tr("In “%1”, row %2, column “%3”")
                                  .arg(m_name)
                                  .arg(m_builder->rowCount() + 1)
                                  .arg(header);
}

void TableSink::fail(const QString &sentence)
{
    if (!m_error)
        m_error = Error{ErrorCode::NotARoster, sentence};
}

void TableSink::addCell(const char *text, std::size_t size)
{
    if (m_error)
        return;
    const QByteArrayView cell(text, static_cast<qsizetype>(size));
    if (size > MostBytesInACell) {
        fail(Text::tr(
            "%1 there are more than a million letters in one cell, so this does not seem to be "
            "a class list. Look whether a quotation mark is missing there.")
                 .arg(place()));
    } else if (m_ends.size() >= MostColumns) {
        fail(Text::tr("“%1” has more than %2 columns, so it does not seem to be a class list.")
                 .arg(m_name)
                 .arg(MostColumns));
    } else if (!cell.isValidUtf8()) {
        fail(Text::tr(
            "%1 there are letters that are not saved as UTF-8. Save the list as CSV (UTF-8), "
            "then drop it again.")
                 .arg(place()));
    } else {
        m_rowText.append(cell);
        m_ends += m_rowText.size();
    }
}

void TableSink::endRow()
{
    if (m_error)
        return;
    m_cells.clear();
    qsizetype begin = 0;
    for (const qsizetype end : std::as_const(m_ends)) {
        m_cells += QByteArrayView(m_rowText).sliced(begin, end - begin);
        begin = end;
    }
    const bool blank = std::all_of(m_cells.cbegin(), m_cells.cend(),
        [](QByteArrayView cell) { return cell.trimmed().isEmpty(); });
    if (!blank) {
        if (m_builder)
            endStudent(m_cells);
        else
            endHeader(m_cells);
    }
    m_rowText.resize(0);
    m_ends.resize(0);
}

void TableSink::endHeader(const QList<QByteArrayView> &cells)
{
    for (const QByteArrayView cell : cells)
        m_result.headers += QString::fromUtf8(cell).trimmed();
    // Empty columns at the right are what a spreadsheet leaves behind.
    while (m_result.headers.last().isEmpty())
        m_result.headers.removeLast();
    m_derived = m_derive(m_result.headers);
    m_builder.emplace(static_cast<int>(m_result.headers.size()) + m_derived.count);
    // A guess at the number of rows, so that the arenas do not grow by copying.
    m_builder->reserve(m_bytes / 64, m_bytes);
}

void TableSink::endStudent(const QList<QByteArrayView> &cells)
{
    const qsizetype columns = m_result.headers.size();
    bool fits = true;
    for (qsizetype column = 0; column < columns; ++column) {
        const QByteArrayView cell = column < cells.size() ? cells.at(column) : QByteArrayView();
        fits = m_builder->appendCell({cell.data(), cell.size()}) && fits;
    }
    if (m_derived.count > 0)
        m_derived.append(cells, *m_builder);
    if (!fits) {
        fail(Text::tr("“%1” is too large. Split it into several lists.").arg(m_name));
        return;
    }
    const bool overlong = cells.size() > columns
        && std::any_of(cells.cbegin() + columns, cells.cend(),
            [](QByteArrayView cell) { return !cell.trimmed().isEmpty(); });
    if (overlong)
        m_result.overlongRows += {m_builder->rowCount(), static_cast<qint32>(cells.size())};
    m_builder->endRow();
}

} // namespace

Expected<DelimitedText> readDelimited(
    QByteArrayView text, const QString &name, const DeriveColumns &derive)
{
    csv_parser parser{};
    if (csv_init(&parser, 0) != 0)
        return fail(ErrorCode::Internal, Text::tr("Not enough memory to read “%1”.").arg(name));
    const std::unique_ptr<csv_parser, void (*)(csv_parser *)> cleanUp(&parser, csv_free);
    const char delimiter = sniffDelimiter(text);
    csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
    csv_set_blk_size(&parser, 1 << 16);

    TableSink sink(name, derive, text.size());
    const auto tooLong = [&parser] { return parser.entry_pos > MostBytesInACell; };
    for (qsizetype from = 0; from < text.size() && !sink.error() && !tooLong();
         from += BytesAtOnce) {
        const QByteArrayView part = text.sliced(from, qMin(BytesAtOnce, text.size() - from));
        csv_parse(&parser, part.data(), static_cast<std::size_t>(part.size()), &TableSink::cell,
            &TableSink::row, &sink);
    }
    // Only now, so that a stray quotation mark is forgiven, but one that swallows the rest is not.
    if (!tooLong())
        csv_set_opts(&parser, CSV_STRICT | CSV_STRICT_FINI);
    if (csv_fini(&parser, &TableSink::cell, &TableSink::row, &sink) != 0 && !sink.error()) {
        return fail(ErrorCode::NotARoster,
            Text::tr(
                "%1 a quotation mark is opened that is never closed. Close or remove it, then drop "
                "the list again.")
                .arg(sink.place()));
    }
    if (const auto error = sink.error())
        return tl::unexpected(*error);
    DelimitedText result = sink.take();
    result.delimiter = delimiter;
    return result;
}

} // namespace Rollbook
