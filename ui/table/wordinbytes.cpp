// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wordinbytes.h"

#include <algorithm>
#include <experimental/simd>

namespace Rollbook
{

namespace
{

constexpr char CaseBit = 'a' ^ 'A';

// The bit in which the capital of a letter differs from it, none where there is no capital.
constexpr char caseBitOf(char c)
{
    return c >= 'a' && c <= 'z' ? CaseBit : '\0';
}

bool isSame(char inText, char inWord)
{
    return lowerLetter(inText) == inWord;
}

} // namespace

// Looks at the first and the last letter of the word in many places at once: memmem() takes several
// times as long for words as short as these.
const char *findWord(const char *begin, const char *end, const QByteArray &word)
{
    namespace simd = std::experimental;
    using Letters = simd::native_simd<char>;
    const auto size = static_cast<std::size_t>(word.size());
    const std::size_t block = Letters::size() + size - 1;
    const Letters first(word.front());
    const Letters last(word.back());
    const Letters firstCase(caseBitOf(word.front()));
    const Letters lastCase(caseBitOf(word.back()));
    const char *at = begin;
    while (static_cast<std::size_t>(end - at) >= block) {
        const Letters firsts(at, simd::element_aligned);
        const Letters lasts(at + size - 1, simd::element_aligned);
        const auto hits = (firsts | firstCase) == first && (lasts | lastCase) == last;
        if (simd::none_of(hits)) {
            at += Letters::size();
            continue;
        }
        at += simd::find_first_set(hits);
        if (size <= 2
            || std::equal(word.cbegin() + 1, word.cend() - 1, at + 1,
                [](char wanted, char c) { return isSame(c, wanted); }))
            return at;
        ++at;
    }
    return std::search(at, end, word.cbegin(), word.cend(), isSame);
}

void addLettersOf(QUtf8StringView text, LetterBits &letters)
{
    for (const char letter : text) {
        const auto unit = static_cast<unsigned char>(lowerLetter(letter));
        if (unit < 128)
            letters[unit / 64U] |= quint64{1} << (unit % 64U);
    }
}

} // namespace Rollbook
