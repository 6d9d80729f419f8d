// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "roster/roster.h"

#include <QSet>

namespace Rollbook
{

/// Writes a class list with its corrections into a new file: the columns that it came with, columns
/// that corrections have added at the right, rows in `leftOut` (from 0) not at all. A path that
/// ends in .xlsx gets an Excel workbook in which every cell is text, any other text in UTF-8 with
/// BOM (RFC 4180) with the delimiter that the list came with (commas, where it was no text). The
/// file appears whole or not at all. Fails with Usage for the path of the roster itself, which is
/// never written, and with WriteFailed, also for what does not fit into a workbook. Blocking; may
/// be called from any thread.
Expected<void> writeRoster(const Roster &roster, const QSet<qint32> &leftOut, const QString &path);

} // namespace Rollbook
