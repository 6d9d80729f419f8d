// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searchmemory.h"

namespace Rollbook
{

namespace
{

// As far as people go back letter by letter.
constexpr qsizetype MostTyped = 8;

// Words have no blanks.
QByteArray keyOf(const QList<QByteArray> &words)
{
    return words.join(' ');
}

} // namespace

std::optional<RowSet> SearchMemory::find(const QList<QByteArray> &words) const
{
    const QByteArray key = keyOf(words);
    for (const Rows *known : {&m_typed, &m_first, &m_next}) {
        if (const auto rows = known->value(key))
            return *rows;
    }
    return isKnownToBeNowhere(key) ? std::make_optional<RowSet>(m_rows) : std::nullopt;
}

// Some letter was looked ahead for, and this one did not come.
bool SearchMemory::isKnownToBeNowhere(const QByteArray &key) const
{
    constexpr char FirstLetter = '!';
    constexpr char LastLetter = '~';
    if (key.isEmpty() || key.back() < FirstLetter || key.back() > LastLetter)
        return false;
    const QByteArray before = key.chopped(1);
    return before.isEmpty() ? !m_first.isEmpty() : m_aheadOf == before;
}

void SearchMemory::remember(const QList<QByteArray> &words, const RowSet &rows)
{
    const QByteArray key = keyOf(words);
    m_typedInOrder.removeOne(key);
    m_typedInOrder += key;
    // What was looked ahead for is held once.
    auto known = m_first.value(key);
    if (!known)
        known = m_next.value(key);
    m_typed.insert(key, known ? known : std::make_shared<const RowSet>(rows));
    if (m_typedInOrder.size() > MostTyped)
        m_typed.remove(m_typedInOrder.takeFirst());
}

bool SearchMemory::hasLookedAhead(const QList<QByteArray> &words) const
{
    return words.isEmpty() ? !m_first.isEmpty() : m_aheadOf == keyOf(words);
}

void SearchMemory::lookedAhead(
    const QList<QByteArray> &words, const NextLetters &next, std::size_t count)
{
    m_rows = count;
    const QByteArray key = keyOf(words);
    Rows rows;
    for (const auto &[letter, rowsWithIt] : next)
        rows.insert(key + letter, rowsWithIt);
    if (words.isEmpty()) {
        m_first = std::move(rows);
        return;
    }
    m_aheadOf = key;
    m_next = std::move(rows);
}

} // namespace Rollbook
