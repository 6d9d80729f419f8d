// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "values/foldedname.h"

#include "values/ascii.h"
#include "values/nameword.h"

#include <QString>

#include <algorithm>
#include <array>

namespace Rollbook
{

namespace
{

// Accents of Latin, Greek and Cyrillic letters; the marks of other scripts are letters of their
// own.
constexpr bool isAccent(QChar c)
{
    return c >= QChar(0x0300) && c <= QChar(0x036F);
}

bool isPartOfWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

QString withoutAccents(QByteArrayView name)
{
    QString letters =
        QString::fromUtf8(name).normalized(QString::NormalizationForm_KD).toCaseFolded();
    letters.removeIf(isAccent);
    return letters;
}

QByteArray foldedByUnicode(QByteArrayView name)
{
    QString letters = withoutAccents(name);
    letters.removeIf([](QChar c) { return !isPartOfWord(c); });
    return letters.toUtf8();
}

constexpr bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// The letters of most European names are two bytes of UTF-8, U+00C0 to U+024F.
constexpr std::size_t FirstLatinLead = 0xC3;
constexpr std::size_t LastLatinLead = 0xC9;
constexpr std::size_t ContinuationBits = 6;
constexpr std::size_t Continuations = std::size_t{1} << ContinuationBits;

constexpr bool isLatinLead(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= FirstLatinLead && byte <= LastLatinLead;
}

// What the two bytes of such a letter become; "ǆ" is two letters.
struct FoldedLetter {
    static constexpr quint8 MostBytes = 4;
    std::array<char, MostBytes> bytes{};
    quint8 size = 0;
};

// Folded once, as a million names have only some of them.
const FoldedLetter &foldedLatinLetter(char lead, char continuation)
{
    using Letters = std::array<FoldedLetter, (LastLatinLead - FirstLatinLead + 1) * Continuations>;
    static const Letters letters = [] {
        Letters all;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const char utf8[] = {static_cast<char>(FirstLatinLead + (i >> ContinuationBits)),
                static_cast<char>(0x80U + i % Continuations)};
            const QByteArray folded = foldedByUnicode({utf8, 2}).left(FoldedLetter::MostBytes);
            std::copy(folded.cbegin(), folded.cend(), all[i].bytes.begin());
            all[i].size = static_cast<quint8>(folded.size());
        }
        return all;
    }();
    const std::size_t row = static_cast<unsigned char>(lead) - FirstLatinLead;
    return letters[(row << ContinuationBits) + (static_cast<unsigned char>(continuation) & 0x3FU)];
}

bool tellsLittle(const QByteArray &word)
{
    return word.size() == 1 || isParticle(word);
}

} // namespace

void appendFoldedName(QByteArray &folded, QByteArrayView name)
{
    const qsizetype before = folded.size();
    // Letters of two bytes become four at most.
    folded.resize(before + 2 * name.size());
    char *to = folded.data() + before;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (isAsciiLetterOrDigit(c)) {
            *to++ = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        } else if (isLatinLead(c) && i + 1 < name.size() && isContinuation(name[i + 1])) {
            const FoldedLetter &letter = foldedLatinLetter(c, name[++i]);
            to = std::copy_n(letter.bytes.cbegin(), letter.size, to);
        } else if (!isAscii(c)) {
            folded.truncate(before);
            folded += foldedByUnicode(name);
            return;
        }
    }
    folded.truncate(to - folded.constData());
}

QByteArrayList foldedNameWords(QByteArrayView name)
{
    QByteArrayList words;
    QString word;
    const QString letters = withoutAccents(name) + u' ';
    for (const QChar c : letters) {
        if (isPartOfWord(c)) {
            word += c;
        } else if (c != u'\'' && c != u'’' && !word.isEmpty()) {
            words += word.toUtf8();
            word.clear();
        }
    }
    if (!std::all_of(words.cbegin(), words.cend(), tellsLittle))
        words.removeIf(tellsLittle);
    return words;
}

bool shareAWord(const QByteArrayList &words, const QByteArrayList &others)
{
    return std::any_of(words.cbegin(), words.cend(), [&others](const QByteArray &word) {
        return others.contains(word);
    }) || (!words.isEmpty() && words.join() == others.join());
}

} // namespace Rollbook
