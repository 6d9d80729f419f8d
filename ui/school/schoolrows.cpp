// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "school/schoolrows.h"

#include "table/searchindex.h"
#include "table/textranks.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

QList<QByteArray> searchedWords(const QString &search)
{
    QList<QByteArray> words;
    const QStringList parts = search.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        words += foldedForSearch(part);
    return words;
}

} // namespace

void SchoolRows::makeSearchable(int columnCount)
{
    m_folded.reserve(static_cast<std::size_t>(size()));
    QString all;
    for (int row = 0; row < size(); ++row) {
        all.clear();
        for (int column = 0; column < columnCount; ++column)
            all += text(row, column) + u'\n';
        m_folded.push_back(foldedForSearch(all));
    }
}

QList<qint32> SchoolRows::arranged(const QString &search, int sortColumn, Qt::SortOrder order) const
{
    const QList<QByteArray> words = searchedWords(search);
    QList<qint32> rows;
    for (qint32 row = 0; row < size(); ++row) {
        const QByteArray &folded = m_folded[static_cast<std::size_t>(row)];
        if (std::all_of(words.cbegin(), words.cend(),
                [&folded](const QByteArray &word) { return folded.contains(word); }))
            rows += row;
    }
    if (sortColumn < 0)
        return rows;
    std::vector<QByteArray> texts;
    texts.reserve(static_cast<std::size_t>(size()));
    for (int row = 0; row < size(); ++row)
        texts.push_back(sortText(row, sortColumn).toUtf8());
    const TextRanks ranks(size(),
        [&texts](int row) { return QUtf8StringView(texts[static_cast<std::size_t>(row)]); }, {});
    std::stable_sort(rows.begin(), rows.end(), [&ranks, order](qint32 one, qint32 other) {
        const auto a = ranks.ranks()[static_cast<std::size_t>(one)];
        const auto b = ranks.ranks()[static_cast<std::size_t>(other)];
        return order == Qt::AscendingOrder ? a < b : a > b;
    });
    return rows;
}

} // namespace Rollbook
