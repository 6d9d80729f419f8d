// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbook/workbookreader.h"
#include "workbook/zippackage.h"

namespace Rollbook
{

/// The workbook part of an Office Open XML package, wherever its relationships put it; empty when
/// it is a document of another kind.
Expected<QString> xlsxWorkbookPart(ZipPackage &package);

/// As readWorkbook(), for a package that is XLSX.
Expected<WorkbookContent> readXlsx(ZipPackage &package, const QString &wantedSheet, RowSink &sink);

} // namespace Rollbook
