// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QThreadPool>

namespace Rollbook
{

/// The threads in which rows are sorted, filtered and searched. Not backgroundThreads(): a school
/// that does not answer can keep all of those. GUI thread.
QThreadPool &tableThreads();

} // namespace Rollbook
