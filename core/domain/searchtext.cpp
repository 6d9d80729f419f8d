// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/searchtext.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace Rollbook
{

namespace
{

// Between texts, so that no word is found across two of them; people cannot type it.
constexpr char TextEnd = '\x1f';

constexpr char lowerAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// What people type for letters that Unicode does not take apart.
QStringView plainLetters(QChar c)
{
    switch (c.unicode()) {
    case u'ø':
        return u"o";
    case u'ł':
        return u"l";
    case u'đ':
    case u'ð':
        return u"d";
    case u'ħ':
        return u"h";
    case u'ı':
        return u"i";
    case u'æ':
        return u"ae";
    case u'œ':
        return u"oe";
    case u'þ':
        return u"th";
    case u'ß':
        return u"ss";
    default:
        return {};
    }
}

// Letters of the Latin alphabets, two bytes each in UTF-8, folded beforehand.
constexpr unsigned FirstOfTwoBytes = 0x80;
constexpr unsigned LatinEnd = 0x250;

struct FoldedLetter {
    unsigned char size = 0;
    bool isLong = false; // too long to stand here
    std::array<char, 3> text{};
};

const std::array<FoldedLetter, LatinEnd> &foldedLatin()
{
    static const auto letters = [] {
        std::array<FoldedLetter, LatinEnd> all{};
        for (unsigned code = FirstOfTwoBytes; code < LatinEnd; ++code) {
            const QChar letter(static_cast<char16_t>(code));
            const QByteArray folded = foldedForSearch(QStringView(&letter, 1));
            FoldedLetter &entry = all[code];
            // Such as a fraction, which becomes five.
            entry.isLong = folded.size() > static_cast<qsizetype>(entry.text.size());
            if (entry.isLong)
                continue;
            entry.size = static_cast<unsigned char>(folded.size());
            std::copy(folded.cbegin(), folded.cend(), entry.text.begin());
        }
        return all;
    }();
    return letters;
}

// The letter of two bytes there, if it is one of those.
const FoldedLetter *latinAt(const unsigned char *at, const unsigned char *end)
{
    // 0xC2 to 0xC8: up to U+023F.
    if (at[0] < 0xC2 || at[0] > 0xC8 || at + 1 >= end || (at[1] & 0xC0U) != 0x80)
        return nullptr;
    const FoldedLetter &letter = foldedLatin()[((at[0] & 0x1FU) << 6U) | (at[1] & 0x3FU)];
    return letter.isLong ? nullptr : &letter;
}

} // namespace

QByteArray foldedForSearch(QStringView text)
{
    const QString parts = text.toString().toCaseFolded().normalized(QString::NormalizationForm_KD);
    QString folded;
    folded.reserve(parts.size());
    for (const QChar c : parts) {
        if (c.isMark())
            continue;
        const QStringView plain = plainLetters(c);
        if (plain.isEmpty())
            folded += c;
        else
            folded += plain;
    }
    return folded.toUtf8();
}

// Letter by letter is the same as in one piece: marks are left out, whatever their order.
void appendFoldedForSearch(QByteArray &folded, QUtf8StringView text)
{
    const qsizetype from = folded.size();
    // Two bytes become three at most.
    folded.resize(from + text.size() * 2);
    char *out = folded.data() + from;
    const auto *at = reinterpret_cast<const unsigned char *>(text.data());
    const auto *const end = at + text.size();
    while (at < end) {
        if (*at < FirstOfTwoBytes) {
            *out++ = lowerAscii(static_cast<char>(*at++));
        } else if (const FoldedLetter *letter = latinAt(at, end)) {
            out = std::copy_n(letter->text.cbegin(), letter->size, out);
            at += 2;
        } else {
            folded.resize(from);
            folded += foldedForSearch(text.toString());
            return;
        }
    }
    folded.resize(out - folded.constData());
}

QList<QByteArray> foldedWords(QStringView typed)
{
    QList<QByteArray> words;
    const QString simplified = typed.toString().simplified();
    for (const QStringView word : QStringView(simplified).split(u' ', Qt::SkipEmptyParts)) {
        const QByteArray folded = foldedForSearch(word);
        // A mark alone leaves nothing.
        if (!folded.isEmpty())
            words += folded;
    }
    return words;
}

SearchWords::SearchWords(QStringView typed)
    : m_words(foldedWords(typed))
{
    // The longest is the rarest.
    std::sort(m_words.begin(), m_words.end(),
        [](const QByteArray &one, const QByteArray &other) { return one.size() > other.size(); });
}

bool SearchWords::areInFolded(QByteArrayView text) const
{
    return std::all_of(m_words.cbegin(), m_words.cend(), [text](const QByteArray &word) {
        return ::memmem(text.data(), static_cast<std::size_t>(text.size()), word.constData(),
                   static_cast<std::size_t>(word.size()))
            != nullptr;
    });
}

bool SearchWords::areIn(std::initializer_list<QStringView> texts) const
{
    QByteArray folded;
    for (const QStringView text : texts)
        folded += foldedForSearch(text) + TextEnd;
    return areInFolded(folded);
}

bool SearchWords::areIn(std::initializer_list<QUtf8StringView> texts, QByteArray &buffer) const
{
    buffer.resize(0);
    for (const QUtf8StringView text : texts) {
        appendFoldedForSearch(buffer, text);
        buffer += TextEnd;
    }
    return areInFolded(buffer);
}

} // namespace Rollbook
