// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delimitedscanner.h"

#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace Rollbook
{

namespace
{

std::size_t index(char byte)
{
    return static_cast<unsigned char>(byte);
}

} // namespace

DelimitedScanner::DelimitedScanner(QByteArrayView text, char delimiter)
    : m_begin(text.data())
    , m_at(text.data())
    , m_end(text.data() + text.size())
    , m_delimiter(delimiter)
{
    m_blanks[index(' ')] = true;
    m_blanks[index('\t')] = true;
    m_blanks[index(delimiter)] = false;
    m_stops[index('\n')] = true;
    m_stops[index('\r')] = true;
    m_stops[index(delimiter)] = true;
}

const char *DelimitedScanner::skipBlanks(const char *from) const
{
    while (from != m_end && m_blanks[index(*from)])
        ++from;
    return from;
}

const char *DelimitedScanner::findStop(const char *from) const
{
    const char *const end = m_end;
#ifdef __SSE2__
    // Most cells fit in one such step, which makes the whole scan nearly twice as fast.
    const __m128i delimiter = _mm_set1_epi8(m_delimiter);
    const __m128i lineFeed = _mm_set1_epi8('\n');
    const __m128i carriageReturn = _mm_set1_epi8('\r');
    for (; end - from >= 16; from += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(from));
        const __m128i stops = _mm_or_si128(_mm_cmpeq_epi8(bytes, delimiter),
            _mm_or_si128(_mm_cmpeq_epi8(bytes, lineFeed), _mm_cmpeq_epi8(bytes, carriageReturn)));
        if (const int mask = _mm_movemask_epi8(stops); mask != 0)
            return from + std::countr_zero(static_cast<unsigned>(mask));
    }
#endif
    while (from != end && !m_stops[index(*from)])
        ++from;
    return from;
}

DelimitedScanner::Found DelimitedScanner::next()
{
    m_cells.clear();
    m_copies.clear();
    m_scratch.resize(0);
    const char *first = skipBlanks(m_at);
    if (first == m_end) {
        m_at = m_end;
        return Found::End;
    }
    if (*first == '\n' || *first == '\r')
        m_at = first;
    else if (const Found found = scanRow(); found != Found::Row) {
        m_at = m_end;
        return found;
    }
    skipLineEnd();
    return Found::Row;
}

void DelimitedScanner::skipLineEnd()
{
    if (m_at == m_end)
        return;
    const bool both = *m_at == '\r' && m_at + 1 != m_end && m_at[1] == '\n';
    m_at += both ? 2 : 1;
}

DelimitedScanner::Found DelimitedScanner::scanRow()
{
    for (;;) {
        if (m_cells.size() == MostColumns)
            return Found::TooManyColumns;
        if (const Found found = scanCell(); found != Found::Row)
            return found;
        if (m_at == m_end || *m_at != m_delimiter)
            break;
        ++m_at;
    }
    // Only now, because the scratch text moves while it grows.
    for (const Copy &copy : m_copies)
        m_cells[copy.cell] = QByteArrayView(m_scratch).sliced(copy.begin, copy.size);
    return Found::Row;
}

DelimitedScanner::Found DelimitedScanner::scanCell()
{
    const char *begin = skipBlanks(m_at);
    if (begin != m_end && *begin == '"')
        return scanQuoted(begin + 1);
    m_at = findStop(begin);
    const char *end = m_at;
    while (end != begin && m_blanks[index(end[-1])])
        --end;
    if (end - begin > MostBytesInACell)
        return Found::CellTooLong;
    m_cells.emplace_back(begin, end - begin);
    return Found::Row;
}

DelimitedScanner::Found DelimitedScanner::scanQuoted(const char *begin)
{
    const qsizetype copyBegin = m_scratch.size();
    const char *from = begin;
    for (;;) {
        const auto left = static_cast<std::size_t>(m_end - from);
        const auto *quote =
            left == 0 ? nullptr : static_cast<const char *>(std::memchr(from, '"', left));
        const qsizetype copied = m_scratch.size() - copyBegin;
        const qsizetype size = copied + ((quote != nullptr ? quote : m_end) - from);
        if (size > MostBytesInACell)
            return Found::CellTooLong;
        if (quote == nullptr)
            return Found::QuoteNotClosed;
        const char *after = skipBlanks(quote + 1);
        if (after == m_end || m_stops[index(*after)]) {
            m_at = after;
            if (copied > 0) {
                m_scratch.append(from, quote - from);
                m_copies.push_back({m_cells.size(), copyBegin, size});
            }
            m_cells.emplace_back(from, quote - from);
            return Found::Row;
        }
        // Text goes on: after a doubled quotation mark, or one that somebody forgot to double.
        m_scratch.append(from, after - from);
        const bool doubled = after == quote + 1 && *after == '"';
        from = doubled ? after + 1 : after;
    }
}

} // namespace Rollbook
