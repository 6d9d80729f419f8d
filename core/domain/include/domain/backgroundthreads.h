// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QThreadPool>

namespace Rollbook
{

/// The threads in which the program reads, writes and asks its school while its window goes on. Not
/// Qt's global pool: painting has threads of that fill larger areas, and waits for them (QtGui,
/// qdrawhelper.cpp), so that whatever fills the pool freezes the window. Any thread.
QThreadPool &backgroundThreads();

} // namespace Rollbook
