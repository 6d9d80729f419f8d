// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace Rollbook
{

/// How many rows one transaction should hold, learnt from those before. A commit waits for the disk
/// once, however many rows it holds, so the slower the disk the more rows should share it; but
/// nobody sees an outcome before the commit, so it should come twice a second at least. Not
/// thread-safe.
class GroupSize
{
public:
    static constexpr int Fewest = 100;
    static constexpr int Most = 4000;

    int rows() const { return m_rows; }

    /// A transaction of so many rows took so long, from the moment that it had its turn until it
    /// was committed; the commit was a part of that. Microseconds.
    void learn(int rows, qint64 totalUs, qint64 commitUs);

private:
    int m_rows = 2000;
};

} // namespace Rollbook
