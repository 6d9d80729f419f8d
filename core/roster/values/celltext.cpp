// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "values/celltext.h"

#include "values/codepoints.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstring>
#include <string>

namespace Rollbook
{

namespace
{

constexpr UChar32 ZeroWidthNonJoiner = 0x200C;
constexpr UChar32 ZeroWidthJoiner = 0x200D;
constexpr int Virama = 9; // its canonical combining class
constexpr UChar32 FullWidthFirst = 0xFF01;
constexpr UChar32 FullWidthLast = 0xFF5E;
constexpr UChar32 FullWidthShift = 0xFEE0;

// Eight bytes at once ("Bit Twiddling Hacks", S. E. Anderson): the high bit of a byte tells.
constexpr quint64 EachByte = 0x0101010101010101U;
constexpr quint64 HighBits = 0x80 * EachByte;

// Whether all are ASCII that is seen, or blanks that do not follow each other.
constexpr bool arePlainAndRight(quint64 bytes)
{
    const quint64 low = (bytes - ' ' * EachByte) & ~bytes;
    const quint64 deleted = bytes + EachByte;
    const quint64 toBlank = bytes ^ (' ' * EachByte);
    const quint64 blanks = ~(((toBlank & ~HighBits) + ~HighBits) | toBlank | ~HighBits);
    return ((bytes | low | deleted) & HighBits) == 0 && (blanks & (blanks >> 8)) == 0;
}

template <typename Word>
quint64 wordAt(const char *at)
{
    Word word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

// Branches only once a word: most cells are a few bytes long. May say false of a right one.
bool isPlainAndRight(QByteArrayView cell)
{
    const char *const begin = cell.data();
    const qsizetype size = cell.size();
    if (size == 0)
        return true;
    if (*begin == ' ' || begin[size - 1] == ' ')
        return false;
    constexpr qsizetype word = sizeof(quint64);
    constexpr qsizetype half = sizeof(quint32);
    if (size >= word) {
        // The words overlap by a byte at least, so that blanks side by side are in one of them.
        for (qsizetype at = 0; at < size - word; at += word - 1) {
            if (!arePlainAndRight(wordAt<quint64>(begin + at)))
                return false;
        }
        return arePlainAndRight(wordAt<quint64>(begin + size - word));
    }
    if (size >= half) {
        return arePlainAndRight(
            wordAt<quint32>(begin) | wordAt<quint32>(begin + size - half) << 32U);
    }
    // The first and the last are no blanks, so there is one between them at most.
    return std::all_of(begin, begin + size, [](char c) { return c >= ' ' && c <= '~'; });
}

// The same with the letters U+00C0 to U+024F of European names, which are composed and seen.
bool isLatinAndRight(QByteArrayView cell)
{
    if (cell.isEmpty() || cell.front() == ' ' || cell.back() == ' ')
        return cell.isEmpty();
    char before = 0;
    for (qsizetype i = 0; i < cell.size(); ++i) {
        const auto byte = static_cast<unsigned char>(cell[i]);
        if (byte >= 0xC3 && byte <= 0xC9) {
            ++i;
            if (i == cell.size() || (static_cast<unsigned char>(cell[i]) & 0xC0U) != 0x80U)
                return false;
        } else if (byte < 0x20 || byte > 0x7E || (byte == ' ' && before == ' ')) {
            return false;
        }
        before = cell[i];
    }
    return true;
}

bool isUnseen(UChar32 c)
{
    if (c < 0x80)
        return c < 0x20 || c == 0x7F;
    if (u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR))
        return false;
    return u_charType(c) == U_CONTROL_CHAR || (c >= 0xFFF9 && c <= 0xFFFB)
        || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

// Where a joiner changes how letters look (Unicode Standard Annex 31, 2.3).
bool joinsAfter(UChar32 before)
{
    const auto type = u_getIntPropertyValue(before, UCHAR_JOINING_TYPE);
    return type == U_JT_DUAL_JOINING || type == U_JT_LEFT_JOINING
        || u_getCombiningClass(before) == Virama;
}

void appendSeen(QByteArray &text, QByteArrayView cell)
{
    CodePoints points(cell);
    bool blankIsDue = false;
    UChar32 joinerDue = 0;
    UChar32 before = 0;
    while (!points.atEnd()) {
        const UChar32 c = points.next();
        if (u_isUWhiteSpace(c)) {
            blankIsDue = !text.isEmpty();
            joinerDue = 0;
            continue;
        }
        if (isUnseen(c)) {
            const bool joiner = c == ZeroWidthJoiner || c == ZeroWidthNonJoiner;
            if (joiner && !blankIsDue && joinsAfter(before))
                joinerDue = c;
            continue;
        }
        if (blankIsDue)
            text += ' ';
        else if (joinerDue != 0 && u_isalpha(c))
            appendCodePoint(text, joinerDue);
        appendCodePoint(text, c);
        blankIsDue = false;
        joinerDue = 0;
        before = c;
    }
}

void compose(QByteArray &text)
{
    UErrorCode failure = U_ZERO_ERROR;
    const auto *nfc = icu::Normalizer2::getNFCInstance(failure);
    if (U_FAILURE(failure))
        return;
    const icu::StringPiece piece(text.constData(), static_cast<int32_t>(text.size()));
    if (nfc->isNormalizedUTF8(piece, failure) || U_FAILURE(failure))
        return;
    std::string composed;
    icu::StringByteSink<std::string> sink(&composed, piece.length());
    nfc->normalizeUTF8(0, piece, sink, nullptr, failure);
    if (U_SUCCESS(failure))
        text = QByteArray::fromStdString(composed);
}

bool isPlainIdentifier(QByteArrayView cell)
{
    return isPlainAndRight(cell) && !cell.startsWith('\'') && !cell.startsWith('=')
        && !cell.contains(' ');
}

QByteArrayView unwrapped(QByteArrayView text)
{
    if (text.size() >= 3 && text.startsWith("=\"") && text.endsWith('"'))
        text = text.sliced(2, text.size() - 3);
    if (text.startsWith('\''))
        text = text.sliced(1);
    return text;
}

} // namespace

QByteArrayView cleanedCell(QByteArrayView cell, QByteArray &scratch)
{
    if (isPlainAndRight(cell) || isLatinAndRight(cell))
        return cell;
    scratch.resize(0);
    scratch.reserve(cell.size());
    appendSeen(scratch, cell);
    compose(scratch);
    return scratch == cell ? cell : QByteArrayView(scratch);
}

QByteArrayView cleanedIdentifier(QByteArrayView cell, QByteArray &scratch)
{
    if (isPlainIdentifier(cell))
        return cell;
    QByteArray seen;
    CodePoints points(cleanedCell(cell, seen));
    scratch.resize(0);
    while (!points.atEnd()) {
        const UChar32 c = points.next();
        if (c >= FullWidthFirst && c <= FullWidthLast)
            scratch += static_cast<char>(c - FullWidthShift);
        else if (c != ' ')
            appendCodePoint(scratch, c);
    }
    const QByteArrayView identifier = unwrapped(scratch);
    return identifier == cell ? cell : identifier;
}

} // namespace Rollbook
