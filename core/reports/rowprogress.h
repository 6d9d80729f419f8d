// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <functional>

namespace Rollbook
{

/// Counts the rows that are written, tells whoever waits for them, and asks whether to go on.
class RowProgress
{
public:
    using Tell = std::function<bool(qsizetype written, qsizetype all)>;

    /// Tells at once that none is written.
    RowProgress(qsizetype all, Tell tell);

    /// A row is written. False: stop writing.
    bool advance()
    {
        ++m_written;
        return goesOn();
    }
    /// Work is done for a row that is not written yet. False: stop.
    bool goesOn() { return ++m_untold < RowsAtOnce ? !m_stopped : tell(); }
    /// All rows are written. False: do not keep them.
    bool finish();
    bool isStopped() const { return m_stopped; }

private:
    static constexpr int RowsAtOnce = 256;
    bool tell();

    qsizetype m_all;
    qsizetype m_written = 0;
    Tell m_tell;
    int m_untold = 0;
    bool m_stopped = false;
};

} // namespace Rollbook
