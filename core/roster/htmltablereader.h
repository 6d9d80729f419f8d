// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "rowsink.h"

#include <QByteArrayView>
#include <QString>

namespace Rollbook
{

/// True when the bytes are HTML with a table in it: from the clipboard, a mail, or a program that
/// exports HTML under the name of a workbook. Any encoding that has ASCII in it.
bool looksLikeHtmlTable(QByteArrayView bytes);

/// Pushes the rows of the table that has the most cells with text; a table inside of another counts
/// for itself. Cells have the text that people see, white space folded to single blanks, line
/// breaks too; that of a cell over several columns or rows stands in its first one. Blank cells at
/// the end of a row are left out. `name` is for sentences. At most 2 000 columns and 1 000 000
/// rows; a page whose tags have thousands of attributes is refused, as they would take minutes.
Expected<void> readHtmlTable(QByteArray utf8, const QString &name, RowSink &sink);

} // namespace Rollbook
