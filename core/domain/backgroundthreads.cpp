// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/backgroundthreads.h"

namespace Rollbook
{

QThreadPool &backgroundThreads()
{
    static QThreadPool threads;
    return threads;
}

} // namespace Rollbook
