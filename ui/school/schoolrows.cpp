// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "school/schoolrows.h"

#include "domain/searchtext.h"
#include "table/textorder.h"

#include <algorithm>
#include <iterator>

namespace Rollbook
{

namespace
{

QList<qint32> asListed(const RowSet &shown)
{
    QList<qint32> rows;
    shown.forEach([&rows](std::size_t row) { rows += static_cast<qint32>(row); });
    return rows;
}

} // namespace

void SchoolRows::makeSearchable(int columnCount)
{
    m_folded.reserve(static_cast<std::size_t>(size()));
    QString all;
    for (int row = 0; row < size(); ++row) {
        all.clear();
        for (int column = 0; column < columnCount; ++column)
            all += searchText(row, column) + u'\n';
        m_folded.push_back(foldedForSearch(all));
    }
}

QList<qint32> SchoolRows::arranged(const QString &search, int sortColumn, Qt::SortOrder order) const
{
    const QList<QByteArray> words = foldedWords(search);
    RowSet shown(static_cast<std::size_t>(size()));
    for (std::size_t row = 0; row < shown.rows(); ++row) {
        const QByteArray &folded = m_folded[row];
        if (std::all_of(words.cbegin(), words.cend(),
                [&folded](const QByteArray &word) { return folded.contains(word); }))
            shown.insert(row);
    }
    if (sortColumn < 0)
        return asListed(shown);
    std::vector<QByteArray> texts;
    texts.reserve(shown.rows());
    for (int row = 0; row < size(); ++row)
        texts.push_back(sortText(row, sortColumn).toUtf8());
    const TextOrder all(size(),
        [&texts](int row) { return QUtf8StringView(texts[static_cast<std::size_t>(row)]); }, {});
    const auto sorted = order == Qt::AscendingOrder ? all.ascending() : all.descending();
    QList<qint32> rows;
    rows.reserve(static_cast<qsizetype>(shown.count()));
    std::copy_if(sorted->rows().cbegin(), sorted->rows().cend(), std::back_inserter(rows),
        [&shown](qint32 row) { return shown.contains(static_cast<std::size_t>(row)); });
    return rows;
}

} // namespace Rollbook
