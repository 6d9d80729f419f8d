// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "roster/roster.h"

namespace Rollbook
{

/// Is told how far the reading of a roster is, in the threads that read: goesOn() may be called by
/// several at once.
class ReadingObserver
{
public:
    ReadingObserver() = default;
    virtual ~ReadingObserver() = default;
    Q_DISABLE_COPY_MOVE(ReadingObserver)

    /// The first students of a file that takes longer, to be shown at once.
    virtual void firstRows(const Roster &roster) = 0;
    /// Every some thousand rows, with how much is done in per cent, 0 where that is not known.
    /// False: reading is to end.
    virtual bool goesOn(int percent) = 0;
};

} // namespace Rollbook
