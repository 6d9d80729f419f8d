// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "searchindex.h"

#include <QHash>

#include <memory>
#include <optional>

namespace Rollbook
{

/// What was found in a list for words that were typed, and what will be for those that come with
/// the next letter: most people take longer for that letter than it takes to look ahead, and see
/// what they look for in the next frame then. A value; copies share what they hold.
class SearchMemory
{
public:
    /// The rows with all of the words, where they are known.
    std::optional<RowSet> find(const QList<QByteArray> &words) const;
    void remember(const QList<QByteArray> &words, const RowSet &rows);

    /// True when the next letter is known for these words.
    bool hasLookedAhead(const QList<QByteArray> &words) const;
    /// `next` is what the index found for the last of the words among the rows that have them all;
    /// the list has `count` rows.
    void lookedAhead(const QList<QByteArray> &words, const NextLetters &next, std::size_t count);

private:
    using Rows = QHash<QByteArray, std::shared_ptr<const RowSet>>;

    bool isKnownToBeNowhere(const QByteArray &key) const;

    Rows m_typed;
    QList<QByteArray> m_typedInOrder; // the last of them
    Rows m_first;                     // for one letter, as soon as nothing is typed
    Rows m_next;
    std::optional<QByteArray> m_aheadOf;
    std::size_t m_rows = 0; // of the list
};

} // namespace Rollbook
