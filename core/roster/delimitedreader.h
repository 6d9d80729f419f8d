// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "domain/texttable.h"

#include <QByteArrayView>
#include <QList>
#include <QStringList>

#include <functional>

namespace Rollbook
{

/// A row that has text beyond the last column of the header.
struct OverlongRow {
    qint32 row = 0;
    qint32 cells = 0;
};

/// Delimited text as a table: the first row that is not blank is the header.
struct DelimitedText {
    char delimiter = ',';
    QStringList headers;
    TextTable table;
    QList<OverlongRow> overlongRows;
};

/// Called with the header's words once they are known; gives the number of columns to add at the
/// right, which `derive` then fills for each row.
struct DerivedColumns {
    int count = 0;
    /// Appends `count` cells to the row, given its cells.
    std::function<void(const QList<QByteArrayView> &cells, TextTable::Builder &builder)> append;
};
using DeriveColumns = std::function<DerivedColumns(const QStringList &headers)>;

/// Reads UTF-8 text (RFC 4180, and what spreadsheets write): comma, semicolon or tab, whichever the
/// header has most of, quoted line breaks, short and long rows; blank rows are left out. An error
/// names the row and column.
Expected<DelimitedText> readDelimited(
    QByteArrayView text, const QString &name, const DeriveColumns &derive);

} // namespace Rollbook
