// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delimitedreader.h"

#include "delimitedparts.h"
#include "delimitedscanner.h"
#include "rostertext.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace Rollbook
{

namespace
{

using Found = DelimitedScanner::Found;

// So many rows tell how a table is delimited, and no more bytes are looked at for it.
constexpr int RowsToSniff = 50;
constexpr qsizetype BytesToSniff = 1 << 18;
// Then a sink knows what the rows are, if it ever will.
constexpr qint64 RowsOneByOne = 100;

struct Separator {
    char delimiter;
    qsizetype lineSize; ///< with the line break
};

// Excel writes and obeys a first line that names the delimiter; it takes any sign.
std::optional<Separator> separatorLine(QByteArrayView text)
{
    constexpr QByteArrayView start("sep=");
    if (text.size() <= start.size()
        || text.first(start.size()).compare(start, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    const char delimiter = text.at(start.size());
    const bool sign = delimiter > ' ' && delimiter < '\x7F' && delimiter != '"'
        && !QChar::isLetterOrNumber(static_cast<uint>(delimiter));
    if (!sign && delimiter != '\t')
        return std::nullopt;
    const QByteArrayView rest = text.sliced(start.size() + 1);
    qsizetype lineEnd = 0;
    if (rest.startsWith("\r\n"))
        lineEnd = 2;
    else if (rest.startsWith('\n') || rest.startsWith('\r'))
        lineEnd = 1;
    else if (!rest.isEmpty())
        return std::nullopt;
    return Separator{delimiter, start.size() + 1 + lineEnd};
}

/// How good a table a delimiter makes of the first rows; the greater the better.
struct Evenness {
    int rows = 0;            ///< those as wide as most, and a bit for the others with two cells
    std::size_t columns = 0; ///< of most rows

    friend bool operator<(const Evenness &a, const Evenness &b)
    {
        return a.rows != b.rows ? a.rows < b.rows : a.columns < b.columns;
    }
};

Evenness evenness(QByteArrayView sample, char delimiter, bool cut)
{
    DelimitedScanner scanner(sample, delimiter);
    std::map<std::size_t, int> rowsOfWidth;
    int wide = 0;
    for (int row = 0; row < RowsToSniff; ++row) {
        const Found found = scanner.next();
        if (found != Found::Row && found != Found::TooManyColumns)
            break;
        const std::size_t width = scanner.cells().size();
        const bool broken = cut && found == Found::Row && scanner.atEnd() && row > 0;
        // A row of one cell is what any delimiter makes of a title.
        if (width > 1 && !broken) {
            ++rowsOfWidth[width];
            ++wide;
        }
    }
    Evenness best;
    for (const auto &[width, rows] : rowsOfWidth)
        best = std::max(best, Evenness{3 * rows + wide, width});
    return best;
}

char sniffDelimiter(QByteArrayView text)
{
    // Commas stand in names and numbers more often than the others, so they must be better.
    static constexpr std::array<char, 4> candidates{'\t', ';', '|', ','};
    const QByteArrayView sample = text.first(std::min(text.size(), BytesToSniff));
    const bool cut = sample.size() < text.size();
    char best = ',';
    Evenness greatest;
    for (const char candidate : candidates) {
        const Evenness even = evenness(sample, candidate, cut);
        if (greatest < even) {
            greatest = even;
            best = candidate;
        }
    }
    return best;
}

Error unreadable(Found found, const QString &name, qint64 row, std::size_t column)
{
    QString sentence;
    switch (found) {
    case Found::CellTooLong:
        sentence = Text::tr(
            "In “%1”, row %2 of the file, column %3, there are more than a million letters in "
            "one cell, so this does not seem to be a class list. Look whether a "
            "quotation mark is missing there.");
        break;
    case Found::QuoteNotClosed:
        sentence = Text::tr(
            "In “%1”, row %2 of the file, column %3, a quotation mark is opened that is never "
            "closed. Close or remove it, then drop the list again.");
        break;
    case Found::TooManyColumns:
        return {ErrorCode::NotARoster,
            Text::tr("“%1” has more than %2 columns in row %3, so it does not seem to be a class "
                     "list. Look whether it is the right file.")
                .arg(name, QString::number(MostColumns), QString::number(row))};
    case Found::Row:
    case Found::End:
        break;
    }
    return {
        ErrorCode::NotARoster, sentence.arg(name, QString::number(row), QString::number(column))};
}

} // namespace

Expected<char> readDelimited(QByteArrayView utf8, const QString &name, RowSink &sink)
{
    const std::optional<Separator> said = separatorLine(utf8);
    if (said)
        utf8 = utf8.sliced(said->lineSize);
    const char delimiter = said ? said->delimiter : sniffDelimiter(utf8);
    DelimitedScanner scanner(utf8, delimiter);
    for (qint64 row = 1; row <= RowsOneByOne; ++row) {
        const Found found = scanner.next();
        if (found == Found::End)
            return delimiter;
        if (found != Found::Row)
            return tl::unexpected(unreadable(found, name, row, scanner.cells().size() + 1));
        if (!sink.addRow(scanner.cells()))
            return delimiter;
    }
    const DelimitedRows rest = scanInParts(utf8.sliced(scanner.position()), delimiter, sink);
    if (rest.found == Found::End)
        return delimiter;
    return tl::unexpected(
        unreadable(rest.found, name, RowsOneByOne + rest.rows + 1, rest.cells + 1));
}

} // namespace Rollbook
