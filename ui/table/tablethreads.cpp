// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablethreads.h"

namespace Rollbook
{

QThreadPool &tableThreads()
{
    static QThreadPool threads;
    return threads;
}

} // namespace Rollbook
