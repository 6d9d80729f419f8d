// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "roster/roster.h"
#include "rowsink.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace Rollbook
{

enum class WorkbookKind : quint8 {
    Xlsx, ///< Office Open XML (ECMA-376), transitional and strict
    Ods,  ///< OpenDocument spreadsheet (ISO/IEC 26300)
    Xls,  ///< Excel 97 and before: BIFF in an OLE2 compound file; also what is encrypted into one
};

/// What a workbook holds beside the rows that went to the sink.
struct WorkbookContent {
    QString format;            ///< for people: "Excel workbook"
    QList<RosterSheet> sheets; ///< those with cells, in the order of their tabs
    QString sheet;             ///< the one that was read; empty when there is none to read
};

/// True when the bytes begin like a zip or an OLE2 file; the ending of a name is never asked.
bool looksLikeWorkbook(QByteArrayView bytes);

/// Which workbook the bytes are, as far as can be told without reading it; nothing when they are
/// something else, such as a zip of other files. A zip that cannot be opened is nothing as well.
std::optional<WorkbookKind> workbookKind(const QByteArray &bytes);

/// Pushes the rows of one sheet into the sink: trailing empty cells and rows are left out, a blank
/// row in between has no cells. Numbers and dates come as people see them in the spreadsheet
/// program (leading zeros kept), dates as ISO 8601. `name`: of the file, for the sentence of an
/// error; `wantedSheet` empty: the first sheet that is not hidden and has rows. A workbook without
/// any rows is no error. When the sink wants no more, the sheets behind it may be missing from the
/// result. Hostile files cost little (see the limits in workbooklimits.h). Blocking, any thread.
Expected<WorkbookContent> readWorkbook(
    const QByteArray &bytes, const QString &name, const QString &wantedSheet, RowSink &sink);

} // namespace Rollbook
