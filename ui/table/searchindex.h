// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "canceling.h"
#include "domain/studentlist.h"

#include <QByteArray>
#include <QList>

#include <vector>

namespace Rollbook
{

/// The searchable text of every row of a list, folded, in one piece.
class SearchIndex
{
public:
    SearchIndex(const StudentList &students, const Canceling &canceling);

    /// The rows, ascending, in which every one of the words occurs. Words are folded and not empty.
    std::vector<qint32> rowsWith(const QList<QByteArray> &words, const Canceling &canceling) const;

private:
    void append(QUtf8StringView text);
    QByteArrayView rowText(std::size_t row) const;

    QByteArray m_text;
    std::vector<qsizetype> m_ends; // of each row in the text
};

} // namespace Rollbook
