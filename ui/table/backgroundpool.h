// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QThreadPool;

namespace Rollbook
{

/// Threads for what a window shows a little later. They, and those that they start, give way to
/// all others (nice(1)): where every processor is busy, the window's thread does not wait for them.
QThreadPool *backgroundPool();

/// To be called first by all that runs there; the thread stays so.
void giveWayToOthers();

} // namespace Rollbook
