// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searchindex.h"

#include "domain/searchtext.h"

#include <algorithm>
#include <cstring>

namespace Rollbook
{

namespace
{

// Between fields, so that no word is found across two of them; people cannot type it.
constexpr char FieldEnd = '\x1f';

} // namespace

SearchIndex::SearchIndex(const StudentList &students, const Canceling &canceling)
{
    m_text.reserve(students.table().memoryUsed());
    m_ends.reserve(static_cast<std::size_t>(students.size()));
    for (int row = 0; row < students.size() && !canceling.isCanceled(); ++row) {
        for (const StudentField field : {StudentField::StudentId, StudentField::GivenName,
                 StudentField::FamilyName, StudentField::Email})
            append(students.field(row, field));
        m_ends.push_back(m_text.size());
    }
}

void SearchIndex::append(QUtf8StringView text)
{
    appendFoldedForSearch(m_text, text);
    m_text += FieldEnd;
}

QByteArrayView SearchIndex::rowText(std::size_t row) const
{
    const qsizetype from = row == 0 ? 0 : m_ends[row - 1];
    return QByteArrayView(m_text).sliced(from, m_ends[row] - from);
}

std::vector<qint32> SearchIndex::rowsWith(
    const QList<QByteArray> &words, const Canceling &canceling) const
{
    // The longest word is the rarest; the others are looked for only where it occurs.
    const QByteArray rarest = *std::max_element(words.cbegin(), words.cend(),
        [](const QByteArray &one, const QByteArray &other) { return one.size() < other.size(); });
    const char *const begin = m_text.constData();
    const char *const end = begin + m_text.size();

    std::vector<qint32> rows;
    const char *from = begin;
    auto rowEnd = m_ends.cbegin();
    while (from < end && !canceling.isCanceled()) {
        const void *hit = ::memmem(from, static_cast<std::size_t>(end - from), rarest.constData(),
            static_cast<std::size_t>(rarest.size()));
        if (!hit)
            break;
        rowEnd = std::upper_bound(rowEnd, m_ends.cend(), static_cast<const char *>(hit) - begin);
        const auto row = static_cast<std::size_t>(rowEnd - m_ends.cbegin());
        const QByteArrayView text = rowText(row);
        if (std::all_of(words.cbegin(), words.cend(),
                [text](const QByteArray &word) { return text.contains(word); }))
            rows.push_back(static_cast<qint32>(row));
        from = begin + *rowEnd;
    }
    return rows;
}

} // namespace Rollbook
