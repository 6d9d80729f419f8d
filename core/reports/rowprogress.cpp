// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowprogress.h"

#include <utility>

namespace Rollbook
{

RowProgress::RowProgress(qsizetype all, Tell tell)
    : m_all(all)
    , m_tell(std::move(tell))
{
    this->tell();
}

bool RowProgress::tell()
{
    m_untold = 0;
    if (!m_stopped && m_tell)
        m_stopped = !m_tell(m_written, m_all);
    return !m_stopped;
}

bool RowProgress::finish()
{
    m_written = m_all;
    return tell();
}

} // namespace Rollbook
