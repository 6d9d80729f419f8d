// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporttask.h"

#include <QIODevice>

namespace Rollbook
{

/// One file for a browser: figures, and a table of all rows of each run that prints with its header
/// on every page and is sorted by a click without a network. Whatever a roster says stays text: it
/// is escaped, and the file allows itself no other script than its own (CSP level 3, by its hash).
bool writeHtmlReport(const ReportTask &task, QIODevice &device);

} // namespace Rollbook
