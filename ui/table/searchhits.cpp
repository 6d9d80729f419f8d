// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searchhits.h"

#include "domain/searchtext.h"

#include "searchindex.h"

#include <algorithm>
#include <vector>

namespace Rollbook
{

namespace
{

// Nearly all letters are plain ones, and a screen full of them is looked at for each that is typed.
QByteArray foldedLetter(QStringView letter)
{
    const char16_t unit = letter.front().unicode();
    if (unit >= 0x80)
        return foldedForSearch(letter);
    return {1, static_cast<char>(unit >= 'A' && unit <= 'Z' ? unit + ('a' - 'A') : unit)};
}

// A text folded letter by letter, because what it becomes is of another length: "ß" is "ss".
struct FoldedLetters {
    explicit FoldedLetters(QStringView shown)
    {
        for (qsizetype from = 0; from < shown.size();) {
            const bool isPair = shown.at(from).isHighSurrogate() && from + 1 < shown.size()
                && shown.at(from + 1).isLowSurrogate();
            const qsizetype length = isPair ? 2 : 1;
            const QByteArray folded = foldedLetter(shown.sliced(from, length));
            if (folded.isEmpty() && !letters.empty()) {
                // A mark belongs to the letter before it.
                letters.back().length += length;
            } else {
                letters.push_back({from, length});
                text += folded;
                letterOfByte.resize(static_cast<std::size_t>(text.size()), letters.size() - 1);
            }
            from += length;
        }
    }

    TextPart shownPart(qsizetype firstByte, qsizetype lastByte) const
    {
        const TextPart &first = letters[letterOfByte[static_cast<std::size_t>(firstByte)]];
        const TextPart &last = letters[letterOfByte[static_cast<std::size_t>(lastByte)]];
        return {first.from, last.from + last.length - first.from};
    }

    QByteArray text;
    std::vector<TextPart> letters;
    std::vector<std::size_t> letterOfByte;
};

QList<TextPart> merged(QList<TextPart> parts)
{
    std::sort(parts.begin(), parts.end(),
        [](const TextPart &one, const TextPart &other) { return one.from < other.from; });
    QList<TextPart> whole;
    for (const TextPart &part : std::as_const(parts)) {
        if (!whole.isEmpty() && part.from <= whole.constLast().from + whole.constLast().length) {
            TextPart &last = whole.last();
            last.length = qMax(last.length, part.from + part.length - last.from);
        } else {
            whole += part;
        }
    }
    return whole;
}

} // namespace

QList<TextPart> searchHits(QStringView text, const QList<QByteArray> &words)
{
    if (words.isEmpty() || text.isEmpty())
        return {};
    const FoldedLetters folded(text);
    QList<TextPart> parts;
    for (const QByteArray &word : words) {
        qsizetype from = word.isEmpty() ? -1 : folded.text.indexOf(word);
        while (from >= 0) {
            parts += folded.shownPart(from, from + word.size() - 1);
            from = folded.text.indexOf(word, from + 1);
        }
    }
    return merged(std::move(parts));
}

} // namespace Rollbook
