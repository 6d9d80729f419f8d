// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searchindex.h"

#include "domain/inthreads.h"
#include "domain/memorypages.h"
#include "domain/searchtext.h"

#include <QThread>

#include <algorithm>
#include <bit>
#include <cstring>
#include <experimental/simd>

namespace Rollbook
{

namespace
{

// Between fields, so that no word is found across two of them; people cannot type it.
constexpr char FieldEnd = '\x1f';

// Below that, threads cost more than they bring.
constexpr std::size_t RowsForThreads = 20'000;

// The first place in [begin, end) where the word occurs, or end. Looks at its first and its last
// letter in many places at once: memmem() takes several times as long for words as short as these.
const char *findText(const char *begin, const char *end, const QByteArray &word)
{
    namespace simd = std::experimental;
    using Letters = simd::native_simd<char>;
    const auto size = static_cast<std::size_t>(word.size());
    const std::size_t block = Letters::size() + size - 1;
    const Letters first(word.front());
    const Letters last(word.back());
    const char *at = begin;
    while (static_cast<std::size_t>(end - at) >= block) {
        const Letters firsts(at, simd::element_aligned);
        const Letters lasts(at + size - 1, simd::element_aligned);
        const auto hits = firsts == first && lasts == last;
        if (simd::none_of(hits)) {
            at += Letters::size();
            continue;
        }
        at += simd::find_first_set(hits);
        if (size <= 2 || std::memcmp(at, word.constData(), size) == 0)
            return at;
        ++at;
    }
    const void *const hit =
        ::memmem(at, static_cast<std::size_t>(end - at), word.constData(), size);
    return hit ? static_cast<const char *>(hit) : end;
}

// Which of the letters of ASCII stand in a text behind a word, a bit each.
using LetterBits = std::array<quint64, 2>;

LetterBits lettersBehind(const QByteArray &word, QByteArrayView text)
{
    LetterBits letters{};
    const auto add = [&letters](char letter) {
        const auto unit = static_cast<unsigned char>(letter);
        if (unit < 128)
            letters[unit / 64U] |= quint64{1} << (unit % 64U);
    };
    if (word.isEmpty()) {
        std::for_each(text.cbegin(), text.cend(), add);
    } else {
        // Each field has an end, so something stands behind each word.
        for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
            add(text[at + word.size()]);
    }
    letters[0] &= ~(quint64{1} << static_cast<unsigned>(FieldEnd));
    return letters;
}

} // namespace

SearchIndex::SearchIndex(const StudentList &students, const Canceling &canceling)
    : m_rows(static_cast<std::size_t>(students.size()))
{
    const auto processors = static_cast<std::size_t>(std::max(QThread::idealThreadCount(), 1));
    const std::size_t count = m_rows < RowsForThreads ? 1 : processors;
    // Whole words of a RowSet, so that parts do not meet in one.
    const std::size_t words = m_rows / RowSet::RowsInWord / count + 1;
    const std::size_t size = words * RowSet::RowsInWord;
    m_parts.resize(count);
    inThreads(count, [&](std::size_t i) {
        Part &part = m_parts[i];
        part.firstRow = std::min(i * size, m_rows);
        const std::size_t end = std::min(part.firstRow + size, m_rows);
        part.text.reserve(students.table().memoryUsed() / static_cast<qsizetype>(count));
        preferLargePages(part.text.data(), static_cast<std::size_t>(part.text.capacity()));
        part.ends.reserve(end - part.firstRow);
        for (std::size_t row = part.firstRow; row < end && !canceling.isCanceled(); ++row) {
            // What people type is a name mostly; a row is done with at its first hit.
            for (const StudentField field : {StudentField::FamilyName, StudentField::GivenName,
                     StudentField::StudentId, StudentField::Email})
                part.append(students.field(static_cast<int>(row), field));
            part.ends.push_back(static_cast<quint32>(part.text.size()));
        }
    });
}

void SearchIndex::Part::append(QUtf8StringView field)
{
    appendFoldedForSearch(text, field);
    text += FieldEnd;
}

QByteArrayView SearchIndex::Part::rowText(std::size_t index) const
{
    const quint32 from = index == 0 ? 0 : ends[index - 1];
    return QByteArrayView(text).sliced(from, ends[index] - from);
}

void SearchIndex::Part::findRows(
    const QList<QByteArray> &words, const Canceling &canceling, RowSet &rows) const
{
    // The longest word is the rarest; the others are looked for only where it occurs.
    const QByteArray rarest = *std::max_element(words.cbegin(), words.cend(),
        [](const QByteArray &one, const QByteArray &other) { return one.size() < other.size(); });
    const char *const begin = text.constData();
    const char *const end = begin + text.size();
    std::size_t index = 0;
    for (const char *from = begin; from < end && !canceling.isCanceled();
         from = begin + ends[index]) {
        const char *const hit = findText(from, end, rarest);
        if (hit == end)
            break;
        // Hits are so near to each other that a look at each row between them is the shortest way.
        while (static_cast<std::ptrdiff_t>(ends[index]) <= hit - begin)
            ++index;
        const QByteArrayView row = rowText(index);
        if (words.size() == 1
            || std::all_of(words.cbegin(), words.cend(),
                [row](const QByteArray &word) { return row.contains(word); }))
            rows.insert(firstRow + index);
    }
}

RowSet SearchIndex::rowsWith(const QList<QByteArray> &words, const Canceling &canceling) const
{
    RowSet rows(m_rows);
    inThreads(
        m_parts.size(), [&](std::size_t part) { m_parts[part].findRows(words, canceling, rows); });
    return rows;
}

SearchIndex::LettersOfPart SearchIndex::Part::nextLetters(
    const RowSet &among, const QByteArray &word, const Canceling &canceling) const
{
    LettersOfPart letters;
    for (std::size_t index = 0; index < ends.size() && !canceling.isCanceled(); ++index) {
        if (!among.contains(firstRow + index))
            continue;
        const LetterBits behind = lettersBehind(word, rowText(index));
        for (std::size_t half = 0; half < behind.size(); ++half) {
            for (quint64 left = behind[half]; left != 0; left &= left - 1) {
                auto &rows = letters[half * 64 + static_cast<std::size_t>(std::countr_zero(left))];
                if (rows.empty())
                    rows.resize((ends.size() + RowSet::RowsInWord - 1) / RowSet::RowsInWord, 0);
                rows[index / RowSet::RowsInWord] |= quint64{1} << (index % RowSet::RowsInWord);
            }
        }
    }
    return letters;
}

NextLetters SearchIndex::nextLetters(
    const RowSet &among, const QByteArray &word, const Canceling &canceling) const
{
    std::vector<LettersOfPart> parts(m_parts.size());
    inThreads(m_parts.size(),
        [&](std::size_t part) { parts[part] = m_parts[part].nextLetters(among, word, canceling); });
    NextLetters all;
    for (std::size_t letter = 0; letter < std::tuple_size_v<LettersOfPart>; ++letter) {
        std::shared_ptr<RowSet> rows;
        for (std::size_t part = 0; part < parts.size(); ++part) {
            const std::vector<quint64> &words = parts[part][letter];
            if (words.empty())
                continue;
            if (!rows)
                rows = std::make_shared<RowSet>(m_rows);
            const std::size_t first = m_parts[part].firstRow / RowSet::RowsInWord;
            for (std::size_t i = 0; i < words.size(); ++i)
                rows->setWord(first + i, words[i]);
        }
        if (rows)
            all.emplace(static_cast<char>(letter), std::move(rows));
    }
    return all;
}

} // namespace Rollbook
