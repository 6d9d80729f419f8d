// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "headerwords.h"

#include "typingerrors.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <bit>
#include <set>
#include <utility>

namespace Rollbook
{

namespace
{

constexpr qsizetype LongestHeader = 200; // characters; longer cells are text, not headers
constexpr QChar Tatweel(u'\u0640');      // stretches an Arabic word, a letter by its category

// Letters that Unicode does not take apart, and pairs that are written one for the other.
QString unaccented(QChar c)
{
    switch (c.unicode()) {
    case u'ı':
        return QStringLiteral("i");
    case u'ł':
    case u'Ł':
        return QStringLiteral("l");
    case u'ø':
    case u'Ø':
        return QStringLiteral("o");
    case u'æ':
    case u'Æ':
        return QStringLiteral("a");
    case u'œ':
    case u'Œ':
        return QStringLiteral("o");
    case u'ى':
        return QStringLiteral("ي");
    case u'ة':
        return QStringLiteral("ه");
    case u'°':
        return QStringLiteral("o");
    case u'ß':
        return QStringLiteral("ss");
    case u'#':
        return QStringLiteral("no");
    default:
        return c.isLetterOrNumber() && c != Tatweel ? QString(c) : QString();
    }
}

struct KnownWord {
    QString word;
    HeaderMeaning meaning;
};

/// What tells quickly that a word is not the one that was meant.
struct WordOutline {
    quint32 letters = 0; // a bit for each letter in it, by its code modulo 32
    int tolerable = 0;   // typing errors
    const KnownWord *known = nullptr;
};

quint32 lettersIn(const QString &word)
{
    quint32 letters = 0;
    for (const QChar c : word)
        letters |= 1U << (c.unicode() % 32U);
    return letters;
}

/// The words of the data file, by their folded form.
class HeaderWords
{
public:
    HeaderWords()
    {
        QFile file(QStringLiteral(":/roster/headers.json"));
        [[maybe_unused]] const bool open = file.open(QIODevice::ReadOnly);
        const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
        Q_ASSERT(open && !root.isEmpty());
        for (int field = 0; field < StudentFieldCount; ++field)
            m_fields.insert(
                canonicalName(static_cast<StudentField>(field)), static_cast<StudentField>(field));
        const auto entries = root.value(QStringLiteral("fields")).toArray();
        for (const auto &entry : entries)
            addEntry(entry.toObject());
        for (const KnownWord &known : std::as_const(m_words)) {
            m_bySize[known.word.size()].append(
                {lettersIn(known.word), tolerableTypingErrors(known.word), &known});
        }
    }

    HeaderMeaning exactly(const QString &folded) const { return m_words.value(folded).meaning; }
    HeaderMeaning mistyped(const QString &folded) const;

private:
    std::optional<StudentField> fieldNamed(const QJsonValue &name) const
    {
        const auto field = m_fields.constFind(name.toString());
        return field == m_fields.cend() ? std::nullopt : std::optional(*field);
    }
    void addEntry(const QJsonObject &entry);
    void addWord(const QString &header, const std::optional<HeaderClaim> &claim);

    QMap<QString, StudentField> m_fields;
    QHash<QString, KnownWord> m_words;
    QHash<qsizetype, QList<WordOutline>> m_bySize; // into m_words, which stays as it is
};

void HeaderWords::addEntry(const QJsonObject &entry)
{
    const auto field = fieldNamed(entry.value(QStringLiteral("field")));
    HeaderClaim claim;
    claim.rank = entry.value(QStringLiteral("rank")).toInt(1);
    claim.beside = fieldNamed(entry.value(QStringLiteral("beside")));
    claim.without = fieldNamed(entry.value(QStringLiteral("without")));
    const QJsonObject languages = entry.value(QStringLiteral("words")).toObject();
    for (const auto &language : languages) {
        const QJsonArray words = language.toArray();
        for (qsizetype place = 0; place < words.size(); ++place) {
            if (field) {
                claim.field = *field;
                claim.place = static_cast<int>(place);
            }
            addWord(words.at(place).toString(), field ? std::optional(claim) : std::nullopt);
        }
    }
}

void HeaderWords::addWord(const QString &header, const std::optional<HeaderClaim> &claim)
{
    const QString folded = foldedHeader(header);
    KnownWord &known = m_words[folded];
    known.word = folded;
    known.meaning.known = true;
    if (!claim)
        return;
    for (HeaderClaim &other : known.meaning.claims) {
        if (other.field == claim->field && other.rank == claim->rank) {
            other.place = std::min(other.place, claim->place);
            return;
        }
    }
    known.meaning.claims.append(*claim);
}

std::set<StudentField> fieldsOf(const HeaderMeaning &meaning)
{
    std::set<StudentField> fields;
    for (const HeaderClaim &claim : meaning.claims)
        fields.insert(claim.field);
    return fields;
}

// Of the words nearest to what was typed: what all of them mean, and nothing where they differ.
HeaderMeaning HeaderWords::mistyped(const QString &folded) const
{
    const int most = tolerableTypingErrors(folded);
    const quint32 letters = lettersIn(folded);
    int nearest = most + 1;
    QList<const KnownWord *> meant;
    for (qsizetype size = folded.size() - most; most > 0 && size <= folded.size() + most; ++size) {
        const auto words = m_bySize.constFind(size);
        if (words == m_bySize.cend())
            continue;
        for (const WordOutline &outline : *words) {
            // A typing error adds or takes one letter, or changes one into another.
            const int limit = std::min({most, nearest, outline.tolerable});
            if (std::popcount(letters ^ outline.letters) > 2 * limit)
                continue;
            const int errors = typingErrors(folded, outline.known->word);
            if (errors > limit)
                continue;
            if (errors < nearest)
                meant.clear();
            nearest = errors;
            meant.append(outline.known);
        }
    }
    HeaderMeaning meaning;
    for (const KnownWord *known : std::as_const(meant)) {
        if (fieldsOf(known->meaning) != fieldsOf(meant.first()->meaning))
            return {};
        meaning.claims += known->meaning.claims;
    }
    meaning.known = !meaning.claims.isEmpty();
    return meaning;
}

const HeaderWords &headerWords()
{
    static const HeaderWords words;
    return words;
}

HeaderMeaning withLikeness(HeaderMeaning meaning, HeaderClaim::Likeness likeness)
{
    for (HeaderClaim &claim : meaning.claims)
        claim.likeness = likeness;
    return meaning;
}

QString withoutBracketsAndFormats(QString header)
{
    static const QRegularExpression brackets(
        QStringLiteral("[(\\[{<（［【〔「《][^)\\]}>）］】〕」》]*[)\\]}>）］】〕」》]"));
    // As it tells how to write a date: dd/mm/yyyy, TT.MM.JJJJ, gg-aa-yyyy.
    static const QRegularExpression dateFormat(
        QStringLiteral("\\b[dgjty]{1,4}[./-][am]{1,3}[./-][ajryd]{2,4}\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return header.remove(brackets).remove(dateFormat);
}

// "Name / Nom": what all of its parts may mean, but for words that nobody knows.
HeaderMeaning meaningOfParts(const QString &header)
{
    static const QRegularExpression between(QStringLiteral("[/|\\n\\r／｜]"));
    HeaderMeaning meaning;
    const auto parts = header.split(between, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const HeaderMeaning one = headerWords().exactly(foldedHeader(part));
        if (!one.known)
            continue;
        if (!meaning.known) {
            meaning = one;
            continue;
        }
        const std::set<StudentField> fields = fieldsOf(one);
        meaning.claims.removeIf(
            [&](const HeaderClaim &claim) { return !fields.contains(claim.field); });
        meaning.known = !meaning.claims.isEmpty();
        if (!meaning.known)
            return {};
    }
    return meaning;
}

QString lettersOf(const QString &header)
{
    QString folded;
    folded.reserve(header.size());
    const QString apart = header.normalized(QString::NormalizationForm_KD);
    for (const QChar c : apart) {
        if (c.unicode() < 0x80 && c != u'#') {
            if (c.isLetterOrNumber())
                folded += c.toLower();
        } else if (!c.isMark()) {
            folded += unaccented(c);
        }
    }
    return folded.toCaseFolded();
}

QString withoutUmlautSpellings(QString letters)
{
    return letters.replace(QStringLiteral("ae"), QStringLiteral("a"))
        .replace(QStringLiteral("oe"), QStringLiteral("o"))
        .replace(QStringLiteral("ue"), QStringLiteral("u"));
}

} // namespace

QString foldedHeader(const QString &header)
{
    return withoutUmlautSpellings(lettersOf(header));
}

HeaderMeaning headerMeaning(const QString &header)
{
    if (header.size() > LongestHeader)
        return {};
    const QString folded = foldedHeader(header);
    if (folded.isEmpty())
        return {};
    HeaderMeaning meaning = headerWords().exactly(folded);
    if (meaning.known)
        return meaning;
    const QString shorter = withoutBracketsAndFormats(header);
    const QString shorterFolded = foldedHeader(shorter);
    meaning = headerWords().exactly(shorterFolded);
    if (!meaning.known)
        meaning = meaningOfParts(shorter);
    if (meaning.known)
        return withLikeness(meaning, HeaderClaim::Likeness::Part);
    // "Nmae" has no umlaut.
    for (const QString &word : {folded, lettersOf(header), shorterFolded}) {
        if (!meaning.known)
            meaning = headerWords().mistyped(word);
    }
    return withLikeness(meaning, HeaderClaim::Likeness::Typo);
}

} // namespace Rollbook
