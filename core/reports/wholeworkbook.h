// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace Rollbook
{

/// Whether a workbook has all its sheets, each with at least so many rows and to its end.
/// libxlsxwriter does not notice when a disk takes only a part of its temporary files, and makes a
/// workbook of what is there.
bool isWholeWorkbook(const QString &path, const std::vector<qsizetype> &rowsOfSheets);

} // namespace Rollbook
