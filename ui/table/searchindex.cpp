// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searchindex.h"

#include "ascendingcells.h"
#include "domain/inthreads.h"
#include "domain/searchtext.h"
#include "lettersofrows.h"
#include "wordinbytes.h"

#include <QThread>

#include <algorithm>

namespace Rollbook
{

namespace
{

// What people type is in one of them.
constexpr std::array SearchedFields{StudentField::FamilyName, StudentField::GivenName,
    StudentField::StudentId, StudentField::Email};

// Behind each folded field, so that no word is found across two of them; people cannot type it.
constexpr char FieldEnd = '\x1f';

// Below that, threads cost more than they bring.
constexpr std::size_t RowsForThreads = 20'000;

bool isAscii(QUtf8StringView text)
{
    unsigned units = 0;
    for (const char unit : text)
        units |= static_cast<unsigned char>(unit);
    return units < 128;
}

// Calls `perform` with each place in those cells of some rows that are searched where the word
// occurs, and the cells, which stand there; it returns where to look on.
template <typename IsSearched, typename Do>
void findInCells(const CellText &text, std::size_t firstRow, std::size_t endRow,
    const QByteArray &word, const Canceling &canceling, const IsSearched &isSearched,
    const Do &perform)
{
    if (firstRow == endRow || text.ends.empty())
        return;
    AscendingCells cells(text, firstRow);
    const char *const end = text.beginOfRow(endRow);
    const char *at = text.beginOfRow(firstRow);
    while (at < end && !canceling.isCanceled()) {
        at = findWord(at, end, word);
        if (at == end)
            return;
        cells.goTo(at);
        if (!isSearched(cells))
            at = cells.end();
        else if (cells.end() - at < word.size())
            ++at;
        else
            at = perform(at, cells);
    }
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

// In room that is made once: what grows leaves holes in the memory of its thread.
void SearchIndex::fold(Part &part, const Canceling &canceling)
{
    std::size_t rows = 0;
    qsizetype bytes = 0;
    for (int row = part.firstRow; row < part.endRow && !canceling.isCanceled(); ++row) {
        const qsizetype bytesOfRow = bytesToFold(row);
        if (bytesOfRow == 0)
            continue;
        m_foldedRows.insert(static_cast<std::size_t>(row));
        bytes += bytesOfRow;
        ++rows;
    }
    part.folded.reserve(bytes);
    part.foldedEnds.reserve(rows);
    auto row = static_cast<std::size_t>(part.firstRow);
    // A few signs become eleven times as long. Beyond that, an end could not be told.
    const auto isFull = [&part] { return part.folded.size() > TextTable::maximumBytes(); };
    for (; part.foldedEnds.size() < rows && !isFull() && !canceling.isCanceled(); ++row) {
        row = *m_foldedRows.next(row);
        foldRow(static_cast<int>(row), part.folded);
        part.foldedEnds.push_back(static_cast<quint32>(part.folded.size()));
    }
    part.folded.squeeze();
}

bool SearchIndex::isFolded(int row, StudentField field) const
{
    return !isAscii(m_students.field(row, field))
        || (m_students.isCorrected(field) && m_students.isCorrected(row, field));
}

// Hardly any text becomes longer.
qsizetype SearchIndex::bytesToFold(int row) const
{
    qsizetype bytes = 0;
    for (const StudentField field : SearchedFields) {
        if (isFolded(row, field))
            bytes += m_students.field(row, field).size() + 1;
    }
    return bytes;
}

void SearchIndex::foldRow(int row, QByteArray &folded) const
{
    for (const StudentField field : SearchedFields) {
        if (isFolded(row, field)) {
            appendFoldedForSearch(folded, m_students.field(row, field));
            folded += FieldEnd;
        }
    }
}

RowSet SearchIndex::rowsWith(const QByteArray &word, const Canceling &canceling) const
{
    RowSet rows(m_foldedRows.rows());
    inThreads(m_parts.size(), [&](std::size_t i) {
        findInPart(m_parts[i], word, canceling,
            [&rows](std::size_t row, const char *, const AscendingCells &cells) {
                rows.insert(row);
                return cells.endOfRow();
            });
    });
    return rows;
}

template <typename Do>
void SearchIndex::findInPart(
    const Part &part, const QByteArray &word, const Canceling &canceling, const Do &perform) const
{
    const auto isOfStudentThere = [this](const AscendingCells &cells) {
        return isOfStudent(cells.row(), cells.column());
    };
    const auto inList = [&perform](const char *at, const AscendingCells &cells) {
        return perform(cells.row(), at, cells);
    };
    // What has other letters is kept folded.
    const TextTable &table = m_students.table();
    const CellText list{
        table.allText().data(), table.cellEnds(), static_cast<std::size_t>(table.columnCount())};
    if (isAscii(word))
        findInCells(list, static_cast<std::size_t>(part.firstRow),
            static_cast<std::size_t>(part.endRow), word, canceling, isOfStudentThere, inList);
    auto row = static_cast<std::size_t>(part.firstRow);
    std::size_t passed = 0; // of the folded rows
    const auto inFolded = [&](const char *at, const AscendingCells &cells) {
        for (; passed <= cells.row(); ++passed)
            row = *m_foldedRows.next(passed == 0 ? row : row + 1);
        return perform(row, at, cells);
    };
    const CellText folded{part.folded.cbegin(), part.foldedEnds, 1};
    findInCells(
        folded, 0, part.foldedEnds.size(), word, canceling,
        [](const AscendingCells &) { return true; }, inFolded);
}

// What is searched in the list itself; what was corrected stands elsewhere.
bool SearchIndex::isOfStudent(std::size_t row, std::size_t column) const
{
    const auto isCorrected = [&](StudentField field) {
        return m_students.column(field) == static_cast<int>(column) && m_students.isCorrected(field)
            && m_students.isCorrected(static_cast<int>(row), field);
    };
    return m_isSearched[column]
        && (!m_isCorrected
            || std::none_of(SearchedFields.begin(), SearchedFields.end(), isCorrected));
}

void SearchIndex::addLetters(
    const Part &part, const RowSet &among, const Canceling &canceling, LettersOfRows &letters) const
{
    for (int row = part.firstRow; row < part.endRow && !canceling.isCanceled(); ++row) {
        if (!among.contains(static_cast<std::size_t>(row)))
            continue;
        LetterBits ofRow{};
        for (const StudentField field : SearchedFields) {
            const int column = m_students.column(field);
            const QUtf8StringView text = m_students.table().text(row, column);
            if (!text.isEmpty()
                && isOfStudent(static_cast<std::size_t>(row), static_cast<std::size_t>(column)))
                addLettersOf(text, ofRow);
        }
        letters.add(ofRow, static_cast<std::size_t>(row));
    }
}

void SearchIndex::addFoldedLetters(
    const Part &part, const RowSet &among, LettersOfRows &letters) const
{
    auto row = static_cast<std::size_t>(part.firstRow);
    const char *at = part.folded.cbegin();
    for (const quint32 bytes : part.foldedEnds) {
        const char *const end = part.folded.cbegin() + bytes;
        row = *m_foldedRows.next(row);
        if (among.contains(row)) {
            LetterBits ofRow{};
            addLettersOf({at, end}, ofRow);
            ofRow[0] &= ~(quint64{1} << static_cast<unsigned>(FieldEnd));
            letters.add(ofRow, row);
        }
        at = end;
        ++row;
    }
}

void SearchIndex::addLettersBehind(const Part &part, const RowSet &among, const QByteArray &word,
    const Canceling &canceling, LettersOfRows &letters) const
{
    findInPart(
        part, word, canceling, [&](std::size_t row, const char *at, const AscendingCells &cells) {
            const char *const behind = at + word.size();
            if (behind < cells.end() && *behind != FieldEnd && among.contains(row))
                letters.add(lowerLetter(*behind), row);
            return at + 1;
        });
}

NextLetters SearchIndex::nextLetters(
    const RowSet &among, const QByteArray &word, const Canceling &canceling) const
{
    std::vector<LettersOfRows> parts;
    for (const Part &part : m_parts)
        parts.emplace_back(
            static_cast<std::size_t>(part.firstRow), static_cast<std::size_t>(part.endRow));
    inThreads(m_parts.size(), [&](std::size_t i) {
        if (word.isEmpty()) {
            addLetters(m_parts[i], among, canceling, parts[i]);
            addFoldedLetters(m_parts[i], among, parts[i]);
        } else {
            addLettersBehind(m_parts[i], among, word, canceling, parts[i]);
        }
    });
    if (canceling.isCanceled())
        return {};
    return LettersOfRows::joined(parts, among);
}

} // namespace Rollbook
