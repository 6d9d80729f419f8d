// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csv/csvreader.h"

#include "csv/csvtext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStringDecoder>

#include <csv.h>

#include <algorithm>
#include <array>

namespace Rollbook
{

namespace
{

constexpr qint64 ChunkSize = 1 << 16;
constexpr QByteArrayView ByteOrderMark("\xEF\xBB\xBF");

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::SchoolFile)
};

/// libcsv's parser, with the lines counted as a text editor counts them.
class Parser
{
public:
    explicit Parser(char delimiter)
    {
        csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
        csv_set_delim(&m_parser, static_cast<unsigned char>(delimiter));
    }
    ~Parser() { csv_free(&m_parser); }
    Q_DISABLE_COPY_MOVE(Parser)

    bool parse(const QByteArray &text)
    {
        const auto size = static_cast<std::size_t>(text.size());
        return csv_parse(&m_parser, text.constData(), size, &onCell, &onLineEnd, this) == size;
    }
    bool finish() { return csv_fini(&m_parser, &onCell, &onLineEnd, this) == 0; }

    int line() const { return m_line; }
    /// The first line with a cell that is not UTF-8; 0: none.
    int brokenLine() const { return m_brokenLine; }
    QList<CsvRow> takeRows() { return std::move(m_rows); }

private:
    static void onCell(void *text, std::size_t size, void *parser)
    {
        static_cast<Parser *>(parser)->addCell(
            QByteArrayView(static_cast<const char *>(text), static_cast<qsizetype>(size)));
    }
    static void onLineEnd(int character, void *parser)
    {
        static_cast<Parser *>(parser)->endLine(character);
    }

    void addCell(QByteArrayView text)
    {
        if (m_row.cells.isEmpty())
            m_row.line = m_line;
        QStringDecoder decoder(QStringDecoder::Utf8);
        QString cell = decoder(text);
        if (decoder.hasError() && m_brokenLine == 0)
            m_brokenLine = m_line;
        m_line += static_cast<int>(std::count(text.cbegin(), text.cend(), '\n'));
        m_row.cells += withoutNeutralisation(cell.trimmed());
        m_afterReturn = false;
    }

    void endLine(int character)
    {
        const bool blank = std::all_of(m_row.cells.cbegin(), m_row.cells.cend(),
            [](const QString &cell) { return cell.isEmpty(); });
        if (!blank)
            m_rows.append(std::move(m_row));
        m_row = {};
        // "\r\n" ends one line, not two.
        if (character != '\n' || !m_afterReturn)
            ++m_line;
        m_afterReturn = character == '\r';
    }

    csv_parser m_parser{};
    QList<CsvRow> m_rows;
    CsvRow m_row;
    int m_line = 1;
    int m_brokenLine = 0;
    bool m_afterReturn = false;
};

// The one that the heading has most of.
char delimiterOf(const QByteArray &beginning)
{
    const QByteArray heading = beginning.left(beginning.indexOf('\n'));
    return *std::max_element(std::begin(",;\t"), std::end(",;\t") - 1,
        [&heading](char left, char right) { return heading.count(left) < heading.count(right); });
}

Expected<QList<CsvRow>> parseFile(QFile &file, const QString &shown)
{
    QByteArray chunk = file.read(ChunkSize);
    if (chunk.startsWith(ByteOrderMark))
        chunk.remove(0, ByteOrderMark.size());
    Parser parser(delimiterOf(chunk));
    bool wellFormed = true;
    for (; wellFormed && !chunk.isEmpty(); chunk = file.read(ChunkSize))
        wellFormed = parser.parse(chunk);
    if (file.error() != QFileDevice::NoError) {
        return fail(ErrorCode::FileUnreadable,
            Text::tr("“%1” could not be read: %2.").arg(shown, file.errorString()));
    }
    if (!wellFormed || !parser.finish()) {
        return fail(ErrorCode::InvalidData,
            Text::tr("“%1”, line %2: a quotation mark is out of place. Text in quotation marks "
                     "needs one "
                     "at both ends, and two for each one inside.")
                .arg(shown, QString::number(parser.line())));
    }
    if (parser.brokenLine() != 0) {
        return fail(ErrorCode::InvalidData,
            Text::tr(
                "“%1”, line %2: some letters cannot be read. Save the file as “CSV UTF-8” in the "
                "spreadsheet.")
                .arg(shown, QString::number(parser.brokenLine())));
    }
    return parser.takeRows();
}

// For each cell of the heading which of the columns it is.
Expected<QList<qsizetype>> understandHeading(
    const CsvRow &heading, const QStringList &columns, const QString &shown)
{
    QList<qsizetype> positions;
    for (const QString &cell : heading.cells) {
        const qsizetype position = columns.indexOf(cell.toLower());
        if (position < 0) {
            return fail(ErrorCode::InvalidData,
                Text::tr("“%1”, line %2: there is no column “%3” in such a file. It can have: %4.")
                    .arg(shown, QString::number(heading.line), cell,
                        columns.join(QStringLiteral(", "))));
        }
        if (positions.contains(position)) {
            return fail(ErrorCode::InvalidData,
                Text::tr("“%1”, line %2: the column “%3” comes twice.")
                    .arg(shown, QString::number(heading.line), cell));
        }
        positions += position;
    }
    return positions;
}

Expected<QList<CsvRow>> arrange(
    const QList<CsvRow> &rows, const QStringList &columns, const QString &shown)
{
    if (rows.isEmpty()) {
        return fail(ErrorCode::InvalidData,
            Text::tr("“%1” is empty. The first line should name the columns: %2.")
                .arg(shown, columns.join(u',')));
    }
    const auto positions = understandHeading(rows.first(), columns, shown);
    if (!positions)
        return tl::unexpected(positions.error());
    QList<CsvRow> arranged;
    for (qsizetype i = 1; i < rows.size(); ++i) {
        const CsvRow &row = rows[i];
        if (row.cells.size() > positions->size()) {
            return fail(ErrorCode::InvalidData,
                Text::tr("“%1”, line %2: there is text beyond the last column.")
                    .arg(shown, QString::number(row.line)));
        }
        CsvRow cells{row.line, QStringList(columns.size())};
        for (qsizetype cell = 0; cell < row.cells.size(); ++cell)
            cells.cells[positions->at(cell)] = row.cells[cell];
        arranged.append(std::move(cells));
    }
    return arranged;
}

} // namespace

Expected<QList<CsvRow>> readCsv(const QString &path, const QStringList &columns)
{
    const QString shown = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::FileUnreadable,
            Text::tr("“%1” could not be opened: %2.").arg(shown, file.errorString()));
    }
    return parseFile(file, shown).and_then([&](const QList<CsvRow> &rows) {
        return arrange(rows, columns, shown);
    });
}

} // namespace Rollbook
