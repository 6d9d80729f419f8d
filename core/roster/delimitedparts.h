// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "delimitedscanner.h"
#include "rowsink.h"

#include <QByteArrayView>

namespace Rollbook
{

/// How far the rows of a text went into a sink.
struct DelimitedRows {
    DelimitedScanner::Found found = DelimitedScanner::Found::End; ///< End, or why not so far
    qint64 rows = 0;                                              ///< whole ones
    std::size_t cells = 0; ///< of the row that was not to be had, those that were
};

/// Takes a long text apart in several threads at once, each at another part, as
/// far as the sink gives branches; else as DelimitedScanner does alone, and with the very same
/// rows. Where the parts begin is guessed, at line breaks; a guess that turns out to lie within a
/// quoted cell is made good by reading on in this thread. Ends early when the sink wants no more.
DelimitedRows scanInParts(QByteArrayView text, char delimiter, RowSink &sink);

} // namespace Rollbook
