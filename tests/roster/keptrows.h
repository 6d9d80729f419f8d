// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rowsink.h"

#include <QList>
#include <QStringList>

namespace Rollbook
{

/// Keeps the rows it is given, up to as many as wanted.
class KeptRows final : public RowSink
{
public:
    explicit KeptRows(qsizetype wanted = -1)
        : m_wanted(wanted)
    {
    }

    QList<QStringList> rows;

    bool addRow(std::span<const QByteArrayView> cells) override
    {
        QStringList row;
        for (const QByteArrayView cell : cells)
            row += QString::fromUtf8(cell);
        rows += row;
        return rows.size() != m_wanted;
    }

    /// A line a row, the cells separated by bars.
    QString text() const
    {
        QStringList lines;
        for (const QStringList &row : rows)
            lines += row.join(u'|');
        return lines.join(u'\n');
    }

private:
    qsizetype m_wanted;
};

/// Counts rows and cells only.
class CountedRows final : public RowSink
{
public:
    qint64 rows = 0;
    qint64 cells = 0;

    bool addRow(std::span<const QByteArrayView> row) override
    {
        ++rows;
        cells += static_cast<qint64>(row.size());
        return true;
    }
};

} // namespace Rollbook
