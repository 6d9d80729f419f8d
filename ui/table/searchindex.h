// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "canceling.h"
#include "domain/studentlist.h"
#include "rowset.h"

#include <QByteArray>
#include <QList>

#include <array>
#include <map>
#include <memory>
#include <vector>

namespace Rollbook
{

/// Rows by a letter that stands in them behind a word. Letters of one byte only: ASCII.
using NextLetters = std::map<char, std::shared_ptr<const RowSet>>;

/// The searchable text of every row of a list, folded: in as many parts as there are processors,
/// which are made and searched at once.
class SearchIndex
{
public:
    SearchIndex(const StudentList &students, const Canceling &canceling);

    /// The rows in which every one of the words occurs. Words are folded and not empty.
    RowSet rowsWith(const QList<QByteArray> &words, const Canceling &canceling) const;
    /// For each letter that follows the word in any of the rows, those in which it does; of an
    /// empty word, those in which it occurs. Without use when cancelled.
    NextLetters nextLetters(
        const RowSet &among, const QByteArray &word, const Canceling &canceling) const;

private:
    // By letter, the words of a RowSet for the rows of a part; empty for one that does not occur.
    using LettersOfPart = std::array<std::vector<quint64>, 128>;

    struct Part {
        std::size_t firstRow = 0;
        QByteArray text;
        std::vector<quint32> ends; // of each row in the text

        void append(QUtf8StringView field);
        QByteArrayView rowText(std::size_t index) const;
        void findRows(
            const QList<QByteArray> &words, const Canceling &canceling, RowSet &rows) const;
        LettersOfPart nextLetters(
            const RowSet &among, const QByteArray &word, const Canceling &canceling) const;
    };

    std::size_t m_rows;
    std::vector<Part> m_parts;
};

} // namespace Rollbook
