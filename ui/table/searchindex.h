// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "canceling.h"
#include "domain/studentlist.h"
#include "rowset.h"

#include <QByteArray>

#include <map>
#include <memory>
#include <vector>

namespace Rollbook
{

/// Rows by a letter that stands in them behind a word. Letters of one byte only: ASCII.
using NextLetters = std::map<char, std::shared_ptr<const RowSet>>;

class LettersOfRows;

/// Finds words in the students of a list. Most of what is searched stands in the list already, but
/// for case; only fields that were corrected, or have letters beyond ASCII, are kept folded
/// besides. In as many parts as there are processors, which are searched at once.
class SearchIndex
{
public:
    SearchIndex(const StudentList &students, const Canceling &canceling);

    /// The rows in which the word occurs. It is folded and not empty.
    RowSet rowsWith(const QByteArray &word, const Canceling &canceling) const;
    /// For each letter that follows the word in any of the rows, those in which it does; of an
    /// empty word, those in which it occurs. Without use when cancelled.
    NextLetters nextLetters(
        const RowSet &among, const QByteArray &word, const Canceling &canceling) const;

private:
    struct Part {
        int firstRow = 0;
        int endRow = 0;
        QByteArray folded; // of each row that has such fields
        std::vector<quint32> foldedEnds;
    };

    void fold(Part &part, const Canceling &canceling);
    bool isFolded(int row, StudentField field) const;
    qsizetype bytesToFold(int row) const;
    void foldRow(int row, QByteArray &folded) const;
    bool isOfStudent(std::size_t row, std::size_t column) const;
    /// Calls `perform` with each row of a part in whose fields the word occurs, where it does, and
    /// the cells, which stand there; it returns where to look on.
    template <typename Do>
    void findInPart(const Part &part, const QByteArray &word, const Canceling &canceling,
        const Do &perform) const;
    void addLetters(const Part &part, const RowSet &among, const Canceling &canceling,
        LettersOfRows &letters) const;
    void addFoldedLetters(const Part &part, const RowSet &among, LettersOfRows &letters) const;
    void addLettersBehind(const Part &part, const RowSet &among, const QByteArray &word,
        const Canceling &canceling, LettersOfRows &letters) const;

    StudentList m_students;
    std::vector<bool> m_isSearched; // by column of the list
    bool m_isCorrected = false;     // any of those fields in any row
    RowSet m_foldedRows;            // those of which a part keeps something
    std::vector<Part> m_parts;
};

} // namespace Rollbook
