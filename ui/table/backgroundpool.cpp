// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backgroundpool.h"

#include <QThreadPool>

#include <sys/resource.h>
#include <unistd.h>

namespace Rollbook
{

namespace
{

// A tenth of what others get, where there is not enough for all.
constexpr int Niceness = 10;

} // namespace

QThreadPool *backgroundPool()
{
    static QThreadPool pool;
    return &pool;
}

void giveWayToOthers()
{
    // On Linux that is about the calling thread, whatever POSIX says (setpriority(2)). Only a wish.
    thread_local const bool gaveWay =
        setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), Niceness) == 0;
    Q_UNUSED(gaveWay)
}

} // namespace Rollbook
