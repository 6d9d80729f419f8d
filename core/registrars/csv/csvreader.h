// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QList>
#include <QStringList>

namespace Rollbook
{

/// A line of a delimited file with its number, the heading being line 1.
struct CsvRow {
    int line = 0;
    QStringList cells;
};

/// Reads delimited text (comma, semicolon or tab; UTF-8) whose first line has some of these
/// columns, in any order and case. Each row comes back with a cell for each of the columns, in
/// their order, empty where the file has none. Errors name the line and column.
Expected<QList<CsvRow>> readCsv(const QString &path, const QStringList &columns);

} // namespace Rollbook
