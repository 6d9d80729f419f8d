// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbook/workbookreader.h"

namespace Rollbook
{

/// As readWorkbook(), for an old Excel workbook, or a newer one that is encrypted.
Expected<WorkbookContent> readXls(
    const QByteArray &bytes, const QString &name, const QString &wantedSheet, RowSink &sink);

} // namespace Rollbook
