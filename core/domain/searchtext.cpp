// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/searchtext.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

// Between texts, so that no word is found across two of them; people cannot type it.
constexpr char TextEnd = '\x1f';

bool isAscii(QUtf8StringView text)
{
    return std::all_of(text.data(), text.data() + text.size(),
        [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

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

void appendFoldedForSearch(QByteArray &folded, QUtf8StringView text)
{
    if (!isAscii(text)) {
        folded += foldedForSearch(text.toString());
        return;
    }
    const qsizetype from = folded.size();
    folded.append(text.data(), text.size());
    char *begin = folded.data() + from;
    std::transform(begin, begin + text.size(), begin, lowerAscii);
}

SearchWords::SearchWords(QStringView typed)
{
    const QStringList words = typed.toString().simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const QByteArray folded = foldedForSearch(word);
        if (!folded.isEmpty())
            m_words += folded;
    }
    // The longest is the rarest.
    std::sort(m_words.begin(), m_words.end(),
        [](const QByteArray &one, const QByteArray &other) { return one.size() > other.size(); });
}

bool SearchWords::areInFolded(QByteArrayView text) const
{
    return std::all_of(m_words.cbegin(), m_words.cend(),
        [text](const QByteArray &word) { return text.contains(word); });
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
