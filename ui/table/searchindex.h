// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "canceling.h"
#include "domain/studentlist.h"
#include "rowset.h"

#include <QByteArray>
#include <QList>

#include <vector>

namespace Rollbook
{

/// The searchable text of every row of a list, folded: in as many parts as there are processors,
/// which are made and searched at once.
class SearchIndex
{
public:
    SearchIndex(const StudentList &students, const Canceling &canceling);

    /// The rows in which every one of the words occurs. Words are folded and not empty.
    RowSet rowsWith(const QList<QByteArray> &words, const Canceling &canceling) const;

private:
    struct Part {
        std::size_t firstRow = 0;
        QByteArray text;
        std::vector<quint32> ends; // of each row in the text

        void append(QUtf8StringView field);
        QByteArrayView rowText(std::size_t index) const;
        void findRows(
            const QList<QByteArray> &words, const Canceling &canceling, RowSet &rows) const;
    };

    std::size_t m_rows;
    std::vector<Part> m_parts;
};

} // namespace Rollbook
