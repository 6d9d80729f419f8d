// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "rowsink.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace Rollbook
{

/// Puts the cells of a sheet, which come sparsely, into rows for the sink, and keeps the limits on
/// rows, columns and letters. Trailing empty cells and rows never reach the sink.
class SheetRows
{
public:
    /// `bytes`: of the sheet's part; what reaches the sink may be some times of it, not thousands.
    SheetRows(RowSink &sink, const QString &name, qint64 bytes);

    /// From 0. Rows that were skipped are blank; a row that is not beyond the last one is taken as
    /// the next.
    void startRow(qint64 row);
    void startNextRow() { startRow(m_next); }
    /// From 0, in ascending order; a column that is not beyond the last is taken as the next.
    void addCell(qint64 column, QByteArrayView text);
    /// `times`: the same row so often.
    void endRow(qint64 times = 1);

    /// False: the sink wants no more, or a limit was reached (see error()).
    bool wantsMore() const { return m_wantsMore; }
    const std::optional<Error> &error() const { return m_error; }
    /// True when the sink got a row.
    bool hasRows() const { return m_given > 0; }

private:
    void give();
    void fail(const Error &error);

    RowSink &m_sink;
    QString m_name;
    qint64 m_bytesLeft;
    qint64 m_row = 0;
    qint64 m_next = 0;
    qint64 m_given = 0;
    QByteArray m_text;
    std::vector<qsizetype> m_ends;
    std::vector<QByteArrayView> m_cells;
    bool m_wantsMore = true;
    std::optional<Error> m_error;
};

} // namespace Rollbook
