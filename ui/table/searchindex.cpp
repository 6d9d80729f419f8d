// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searchindex.h"

#include "domain/inthreads.h"
#include "domain/searchtext.h"

#include <QThread>

#include <algorithm>
#include <bit>
#include <cstring>

namespace Rollbook
{

namespace
{

// What people type is in one of them.
constexpr std::array SearchedFields{StudentField::FamilyName, StudentField::GivenName,
    StudentField::StudentId, StudentField::Email};

// Behind each folded field, so that no word is found across two of them, and behind the last of a
// row; people cannot type them.
constexpr char FieldEnd = '\x1f';
constexpr char RowEnd = '\x1e';

// Below that, threads cost more than they bring.
constexpr std::size_t RowsForThreads = 20'000;

bool isAscii(QUtf8StringView text)
{
    unsigned units = 0;
    for (const char unit : text)
        units |= static_cast<unsigned char>(unit);
    return units < 128;
}

const char *endOf(QUtf8StringView text)
{
    return text.data() + text.size();
}

// Behind the first RowEnd; there is one.
const char *endOfRow(const char *begin, const char *end)
{
    const void *const found = std::memchr(begin, RowEnd, static_cast<std::size_t>(end - begin));
    return static_cast<const char *>(found) + 1;
}

} // namespace

SearchIndex::SearchIndex(const StudentList &students, const Canceling &canceling)
    : m_students(students)
    , m_isSearched(static_cast<std::size_t>(students.table().columnCount()), false)
    , m_foldedRows(static_cast<std::size_t>(students.size()))
{
    for (const StudentField field : SearchedFields) {
        m_isCorrected = m_isCorrected || students.isCorrected(field);
        if (students.column(field) >= 0)
            m_isSearched[static_cast<std::size_t>(students.column(field))] = true;
    }
    const std::size_t rows = m_foldedRows.rows();
    const auto processors = static_cast<std::size_t>(std::max(QThread::idealThreadCount(), 1));
    const std::size_t count = rows < RowsForThreads ? 1 : processors;
    // Whole words of a RowSet, so that parts do not meet in one.
    const std::size_t words = rows / RowSet::RowsInWord / count + 1;
    const std::size_t size = words * RowSet::RowsInWord;
    m_parts.resize(count);
    inThreads(count, [&](std::size_t i) {
        m_parts[i].firstRow = static_cast<int>(std::min(i * size, rows));
        m_parts[i].endRow = static_cast<int>(std::min((i + 1) * size, rows));
        fold(m_parts[i], canceling);
    });
}

void SearchIndex::fold(Part &part, const Canceling &canceling)
{
    for (int row = part.firstRow; row < part.endRow && !canceling.isCanceled(); ++row) {
        const qsizetype before = part.folded.size();
        foldRow(row, part.folded);
        if (part.folded.size() == before)
            continue;
        std::replace(part.folded.begin() + before, part.folded.end(), RowEnd, FieldEnd);
        part.folded.back() = RowEnd;
        m_foldedRows.insert(static_cast<std::size_t>(row));
    }
    part.folded.squeeze();
}

void SearchIndex::foldRow(int row, QByteArray &folded) const
{
    for (const StudentField field : SearchedFields) {
        const QUtf8StringView text = m_students.field(row, field);
        if (isAscii(text) && !(m_students.isCorrected(field) && m_students.isCorrected(row, field)))
            continue;
        appendFoldedForSearch(folded, text);
        folded += FieldEnd;
    }
}

const char *SearchIndex::rowEnd(int row) const
{
    const TextTable &table = m_students.table();
    return endOf(table.text(row, table.columnCount() - 1));
}

// The row in which a place of the list's text lies: most often one of the next.
int SearchIndex::rowAt(const char *place, int from, int end) const
{
    int step = 1;
    while (from + step < end && rowEnd(from + step - 1) <= place) {
        from += step;
        step *= 2;
    }
    int behind = std::min(from + step, end);
    while (behind - from > 1) {
        const int middle = from + (behind - from) / 2;
        (rowEnd(middle - 1) <= place ? from : behind) = middle;
    }
    return from;
}

RowSet SearchIndex::rowsWith(const QByteArray &word, const Canceling &canceling) const
{
    RowSet rows(m_foldedRows.rows());
    inThreads(m_parts.size(), [&](std::size_t i) {
        // What has other letters is kept folded.
        if (!m_isSearched.empty() && isAscii(word))
            findInList(m_parts[i], word, canceling, rows);
        findInFolded(m_parts[i], word, canceling, rows);
    });
    return rows;
}

void SearchIndex::findInList(
    const Part &part, const QByteArray &word, const Canceling &canceling, RowSet &rows) const
{
    if (part.firstRow == part.endRow)
        return;
    const TextTable &table = m_students.table();
    const char *const end = rowEnd(part.endRow - 1);
    const char *at = table.text(part.firstRow, 0).data();
    int row = part.firstRow;
    const char *behindRow = rowEnd(row);
    while (at < end && !canceling.isCanceled()) {
        at = findWord(at, end, word);
        if (at == end)
            return;
        if (at >= behindRow) {
            row = rowAt(at, row + 1, part.endRow);
            behindRow = rowEnd(row);
        }
        int column = 0;
        const char *cellEnd = endOf(table.text(row, column));
        while (cellEnd <= at)
            cellEnd = endOf(table.text(row, ++column));
        if (!isOfStudent(row, column)) {
            at = cellEnd;
        } else if (cellEnd - at < word.size()) {
            ++at;
        } else {
            rows.insert(static_cast<std::size_t>(row));
            at = behindRow;
        }
    }
}

// What is searched in the list itself; what was corrected stands elsewhere.
bool SearchIndex::isOfStudent(int row, int column) const
{
    return m_isSearched[static_cast<std::size_t>(column)]
        && (!m_isCorrected
            || std::none_of(SearchedFields.begin(), SearchedFields.end(), [&](StudentField field) {
                   return m_students.column(field) == column && m_students.isCorrected(field)
                       && m_students.isCorrected(row, field);
               }));
}

void SearchIndex::findInFolded(
    const Part &part, const QByteArray &word, const Canceling &canceling, RowSet &rows) const
{
    const char *const end = part.folded.cend();
    const char *at = part.folded.cbegin();
    const char *behindRow = at;
    auto row = static_cast<std::size_t>(part.firstRow);
    while (at < end && !canceling.isCanceled()) {
        at = findWord(at, end, word);
        if (at == end)
            return;
        for (; behindRow <= at; behindRow = endOfRow(behindRow, end))
            row = *m_foldedRows.next(behindRow == part.folded.cbegin() ? row : row + 1);
        rows.insert(row);
        at = behindRow;
    }
}

SearchIndex::LettersOfPart SearchIndex::nextLetters(
    const Part &part, const RowSet &among, const QByteArray &word, const Canceling &canceling) const
{
    LettersOfPart letters;
    const auto rowsInWord = static_cast<int>(RowSet::RowsInWord);
    const auto words =
        static_cast<std::size_t>((part.endRow - part.firstRow + rowsInWord - 1) / rowsInWord);
    const char *folded = part.folded.cbegin();
    for (int row = part.firstRow; row < part.endRow && !canceling.isCanceled(); ++row) {
        const char *const foldedRow = folded;
        if (m_foldedRows.contains(static_cast<std::size_t>(row)))
            folded = endOfRow(folded, part.folded.cend());
        if (!among.contains(static_cast<std::size_t>(row)))
            continue;
        const auto index = static_cast<std::size_t>(row - part.firstRow);
        const LetterBits behind = lettersBehind(word, row, {foldedRow, folded - foldedRow});
        for (std::size_t half = 0; half < behind.size(); ++half) {
            for (quint64 left = behind[half]; left != 0; left &= left - 1) {
                auto &rows = letters[half * 64 + static_cast<std::size_t>(std::countr_zero(left))];
                if (rows.empty())
                    rows.resize(words, 0);
                rows[index / RowSet::RowsInWord] |= quint64{1} << (index % RowSet::RowsInWord);
            }
        }
    }
    return letters;
}

LetterBits SearchIndex::lettersBehind(
    const QByteArray &word, int row, QByteArrayView foldedOfRow) const
{
    LetterBits letters{};
    addLettersBehind(word, foldedOfRow.cbegin(), foldedOfRow.cend(), letters);
    for (const StudentField field : SearchedFields) {
        const int column = m_students.column(field);
        const QUtf8StringView text = m_students.table().text(row, column);
        if (!text.isEmpty() && isOfStudent(row, column))
            addLettersBehind(word, text.data(), endOf(text), letters);
    }
    for (const char end : {FieldEnd, RowEnd})
        letters[0] &= ~(quint64{1} << static_cast<unsigned>(end));
    return letters;
}

NextLetters SearchIndex::nextLetters(
    const RowSet &among, const QByteArray &word, const Canceling &canceling) const
{
    std::vector<LettersOfPart> parts(m_parts.size());
    inThreads(m_parts.size(),
        [&](std::size_t i) { parts[i] = nextLetters(m_parts[i], among, word, canceling); });
    NextLetters all;
    for (std::size_t letter = 0; letter < std::tuple_size_v<LettersOfPart>; ++letter) {
        std::shared_ptr<RowSet> rows;
        for (std::size_t part = 0; part < parts.size(); ++part) {
            const std::vector<quint64> &words = parts[part][letter];
            if (words.empty())
                continue;
            if (!rows)
                rows = std::make_shared<RowSet>(m_foldedRows.rows());
            const auto first =
                static_cast<std::size_t>(m_parts[part].firstRow) / RowSet::RowsInWord;
            for (std::size_t i = 0; i < words.size(); ++i)
                rows->setWord(first + i, words[i]);
        }
        if (rows)
            all.emplace(static_cast<char>(letter), std::move(rows));
    }
    return all;
}

} // namespace Rollbook
