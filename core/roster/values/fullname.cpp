// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "values/fullname.h"

#include "values/cjkname.h"
#include "values/nameword.h"

#include <QVarLengthArray>

#include <optional>

namespace Rollbook
{

namespace
{

constexpr qsizetype MostWords = 32; // of a name; what has more is none

using Words = QVarLengthArray<QByteArrayView, 8>;

Words wordsOf(QByteArrayView name)
{
    Words words;
    for (qsizetype begin = 0; begin < name.size() && words.size() <= MostWords;) {
        const qsizetype blank = name.indexOf(' ', begin);
        const qsizetype end = blank < 0 ? name.size() : blank;
        if (end > begin)
            words += name.sliced(begin, end - begin);
        begin = end + 1;
    }
    return words;
}

/// From the first to the last of some words, with what is between them.
QByteArrayView span(const Words &words, qsizetype first, qsizetype last)
{
    if (first > last)
        return {};
    return {words[first].data(), words[last].data() + words[last].size()};
}

QByteArrayView withoutHonorifics(QByteArrayView name)
{
    for (qsizetype blank = name.indexOf(' '); blank > 0; blank = name.indexOf(' ')) {
        if (!isHonorific(name.first(blank)))
            break;
        name = name.sliced(blank + 1).trimmed();
    }
    return name;
}

struct Comma {
    qsizetype at = -1;
    qsizetype size = 0;
};

Comma firstComma(QByteArrayView name)
{
    static constexpr QByteArrayView Commas[] = {",", "\xEF\xBC\x8C", "\xD8\x8C"};
    Comma first;
    for (const QByteArrayView comma : Commas) {
        const qsizetype at = name.indexOf(comma);
        if (at >= 0 && (first.at < 0 || at < first.at))
            first = {at, comma.size()};
    }
    return first;
}

/// The words of a name in the order of speech, without comma and honorifics.
class SpokenName
{
public:
    explicit SpokenName(const Words &words)
        : m_words(words)
        , m_last(words.size() - 1)
        , m_lastName(lastBeforeSuffix())
    {
    }

    NameParts split() const
    {
        if (const auto parts = splitAtLeadingCapitals())
            return *parts;
        return splitBefore(withParticles(firstOfTrailingCapitals()));
    }

private:
    NameParts splitBefore(qsizetype family) const
    {
        return {span(m_words, 0, family - 1), span(m_words, family, m_last)};
    }

    qsizetype lastBeforeSuffix() const
    {
        qsizetype last = m_last;
        while (last > 0 && isSuffix(m_words[last]))
            --last;
        return last == m_last && last > 1 && isSuffixOfLongNames(m_words[last]) ? last - 1 : last;
    }

    std::optional<NameParts> splitAtLeadingCapitals() const
    {
        qsizetype family = -1;
        qsizetype word = 0;
        for (; word <= m_lastName; ++word) {
            if (isInCapitals(m_words[word]))
                family = word;
            else if (!isParticle(m_words[word]))
                break;
        }
        if (family < 0 || word > m_lastName)
            return std::nullopt;
        return NameParts{span(m_words, family + 1, m_last), span(m_words, 0, family)};
    }

    qsizetype firstOfTrailingCapitals() const
    {
        qsizetype first = m_lastName;
        for (qsizetype word = m_lastName; word > 0; --word) {
            if (isInCapitals(m_words[word]))
                first = word;
            else if (!isParticle(m_words[word]))
                return first;
        }
        // All in capitals tells nothing.
        return isInCapitals(m_words[0]) ? m_lastName : first;
    }

    qsizetype withParticles(qsizetype family) const
    {
        while (family > 0) {
            const QByteArrayView before = m_words[family - 1];
            if (isConjunction(before))
                family = qMax<qsizetype>(family - 2, 0);
            else if (isParticle(before) && (family > 1 || startsInLowerCase(before)))
                --family;
            else
                break;
        }
        return family;
    }

    const Words &m_words;
    qsizetype m_last;
    qsizetype m_lastName; // the word before the suffix
};

NameParts splitSpoken(QByteArrayView name)
{
    const Words words = wordsOf(name);
    if (words.isEmpty())
        return {{}, name};
    if (words.size() > MostWords) {
        const qsizetype blank = name.lastIndexOf(' ');
        return {name.first(blank).trimmed(), name.sliced(blank + 1)};
    }
    return SpokenName(words).split();
}

} // namespace

NameParts splitFullName(QByteArrayView fullName)
{
    const QByteArrayView name = withoutHonorifics(fullName.trimmed());
    const Comma comma = firstComma(name);
    if (comma.at < 0) {
        if (const auto parts = splitCjkName(name))
            return *parts;
        return splitSpoken(name);
    }
    const QByteArrayView before = name.first(comma.at).trimmed();
    QByteArrayView after = name.sliced(comma.at + comma.size).trimmed();
    if (isSuffix(after)) { // "Ben Larsen, Jr."
        const NameParts parts = splitSpoken(before);
        return {parts.given, {parts.family.data(), after.data() + after.size()}};
    }
    const Comma second = firstComma(after);
    if (second.at > 0 && isSuffix(after.first(second.at).trimmed())) { // "Larsen, Jr., Ben"
        const QByteArrayView suffix = after.first(second.at).trimmed();
        after = after.sliced(second.at + second.size).trimmed();
        return {withoutHonorifics(after), {before.data(), suffix.data() + suffix.size()}};
    }
    return {withoutHonorifics(after), before};
}

} // namespace Rollbook
