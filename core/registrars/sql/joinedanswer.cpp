// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/joinedanswer.h"

#include <algorithm>

namespace Rollbook
{

JoinedAnswer::JoinedAnswer(int pieces)
    : m_missing(pieces)
{
    m_promise.start();
}

void JoinedAnswer::give(RegistrationResults results)
{
    const std::scoped_lock lock(m_mutex);
    if (m_results.isEmpty()) {
        m_results = std::move(results);
    } else {
        m_results += results;
        std::inplace_merge(m_results.begin(), m_results.end() - results.size(), m_results.end(),
            [](const auto &left, const auto &right) { return left.row < right.row; });
    }
    if (--m_missing > 0)
        return;
    m_promise.addResult(std::exchange(m_results, {}));
    m_promise.finish();
}

} // namespace Rollbook
