// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "values/celltext.h"

#include "values/codepoints.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

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

// Branches only once a cell: most are a few bytes long.
bool isPlainAndRight(QByteArrayView cell)
{
    if (cell.isEmpty())
        return true;
    unsigned wrong = unsigned{cell.front() == ' '} | unsigned{cell.back() == ' '};
    bool afterBlank = false;
    for (const char c : cell) {
        const bool blank = c == ' ';
        const auto byte = static_cast<unsigned char>(c);
        wrong |= unsigned{byte - 0x20U > 0x5EU} | unsigned{blank && afterBlank};
        afterBlank = blank;
    }
    return wrong == 0;
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
