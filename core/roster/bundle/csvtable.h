// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "domain/texttable.h"
#include "rowsink.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace Rollbook
{

/// Pushes the rows of CSV as the standards for bundles want it: commas, RFC 4180, UTF-8 with or
/// without a byte order mark. `place` is the file, as sentences begin with it.
Expected<void> readCsv(QByteArrayView bytes, const QString &place, RowSink &sink);

/// A CSV file of a bundle, its columns known by their names.
class CsvTable
{
public:
    static Expected<CsvTable> read(QByteArrayView bytes, const QString &place);

    int rowCount() const { return m_table.rowCount(); }
    const QList<QByteArray> &headers() const { return m_headers; }
    /// The column of this name, case ignored; -1: none.
    int column(QByteArrayView name) const;
    /// Without blanks around it; empty when out of range. Borrowed from this table.
    QByteArrayView cell(int row, int column) const;

private:
    QList<QByteArray> m_headers;
    TextTable m_table;
};

/// The names of the columns, given the beginning of a file; none when it is no CSV.
QList<QByteArray> csvHeaders(QByteArrayView beginning);

/// The place of this name among the headers, case ignored; -1: none.
int columnOf(const QList<QByteArray> &headers, QByteArrayView name);

} // namespace Rollbook
