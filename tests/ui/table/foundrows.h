// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "searchindex.h"

#include <QList>

namespace Rollbook::Test
{

/// The rows of a list of so many in which all of the words occur.
inline RowSet rowsWithAll(const SearchIndex &index, const QList<QByteArray> &words, int count)
{
    RowSet rows(static_cast<std::size_t>(count));
    rows.insertAll();
    for (const QByteArray &word : words)
        rows.retain(index.rowsWith(word, {}));
    return rows;
}

} // namespace Rollbook::Test
