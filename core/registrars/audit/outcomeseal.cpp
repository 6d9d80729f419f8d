// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit/outcomeseal.h"

namespace Rollbook
{

void encode(const SealedResult &sealed, SealedRow &row)
{
    row.begin(SealedTable::Results);
    row.add(sealed.result.row + 1);
    row.add(sealed.course);
    for (const std::string_view text : sealed.texts)
        row.add(text);
    row.add(sealed.status);
    row.add(sealed.reason);
    row.add(sealed.argument);
    const StudentRegistration *held = sealed.result.registration();
    row.add(held && held->waiting ? 1 : 0);
    row.add(held ? held->number : 0);
    row.add(held ? held->registeredAtMs : 0);
    row.add(sealed.result.attempts);
    row.add(sealed.result.durationMs);
}

bool ResultSeal::add(qint32 row, std::string_view bytes)
{
    if (!m_isUsable)
        return false;
    ++m_rows;
    if (row == m_next) {
        m_hash.add(bytes);
        ++m_next;
        addWaiting();
        return true;
    }
    m_waitingBytes += bytes.size();
    m_isUsable =
        row > m_next && m_waitingBytes <= MostWaiting && m_waiting.try_emplace(row, bytes).second;
    if (!m_isUsable)
        m_waiting.clear();
    return m_isUsable;
}

void ResultSeal::addWaiting()
{
    while (!m_waiting.empty() && m_waiting.begin()->first == m_next) {
        m_hash.add(m_waiting.begin()->second);
        m_waitingBytes -= m_waiting.begin()->second.size();
        m_waiting.erase(m_waiting.begin());
        ++m_next;
    }
}

// Rows that never came are not recorded at all.
Sha256 ResultSeal::take()
{
    for (const auto &[row, bytes] : std::as_const(m_waiting))
        m_hash.add(bytes);
    m_waiting.clear();
    m_isUsable = false;
    return std::move(m_hash);
}

} // namespace Rollbook
