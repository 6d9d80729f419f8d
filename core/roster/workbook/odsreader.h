// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbook/workbookreader.h"
#include "workbook/zippackage.h"

namespace Rollbook
{

/// As readWorkbook(), for a package that is an OpenDocument spreadsheet.
Expected<WorkbookContent> readOds(ZipPackage &package, const QString &wantedSheet, RowSink &sink);

} // namespace Rollbook
