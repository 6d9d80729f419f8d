// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "rowsink.h"

#include <QByteArrayView>

namespace Rollbook
{

/// Reads UTF-8 text (RFC 4180, and what spreadsheets write) into `sink` and gives the delimiter:
/// comma, semicolon, tab or bar, whichever makes the most even table of the first rows, or what a
/// first line "sep=;" says, as Excel has it; that line is no row. Blank lines are rows without
/// cells. Stops when the sink wants no more. Where the sink
/// gives branches, parts of a long text are read at once, in threads of their own. `name` is
/// the file's, for the sentence of an error, which names row and column as counted from the first
/// row of the file.
Expected<char> readDelimited(QByteArrayView utf8, const QString &name, RowSink &sink);

} // namespace Rollbook
