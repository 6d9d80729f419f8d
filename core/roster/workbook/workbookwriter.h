// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QString>

namespace Rollbook
{

class CorrectedCells;

/// The header and the rows that are not left out as an Excel workbook (XLSX, ECMA-376) of one
/// sheet, where every cell is text: leading zeros stay, and nothing is a formula. The sheet gets
/// the name `sheet` where a sheet can have it. Fails with WriteFailed for what no workbook holds
/// (1,048,576 rows, 16,384 columns, 32,767 letters in a cell) and where there is no room for the
/// temporary files. Blocking; any thread.
Expected<QByteArray> workbookOf(const CorrectedCells &cells, const QString &sheet);

} // namespace Rollbook
