// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/letterhead.h"
#include "domain/registration.h"

#include <array>
#include <memory>
#include <xlsxwriter.h>

namespace Rollbook
{

struct FreeWorkbook {
    void operator()(lxw_workbook *workbook) const { lxw_workbook_free(workbook); }
};
using OpenWorkbook = std::unique_ptr<lxw_workbook, FreeWorkbook>;

/// How the cells of a workbook look; all are the workbook's.
struct CellFormats {
    explicit CellFormats(lxw_workbook *workbook);

    lxw_format *title;
    lxw_format *name; ///< before what it is the name of
    lxw_format *header;
    lxw_format *text; ///< stays text, whatever is typed over it
    lxw_format *number;
    lxw_format *time;
    std::array<lxw_format *, RegistrationStatusCount> status; ///< for where the word stands
};

/// Writes a text as text, never as a formula or a link; what a cell cannot hold of it is cut off.
void writeText(lxw_worksheet *sheet, lxw_row_t row, std::size_t column, QByteArrayView utf8,
    lxw_format *format);

/// Page numbers, what it is about, and the paper.
void setUpPage(lxw_worksheet *sheet, const QString &about, Paper size);

} // namespace Rollbook
