// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rowsink.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <optional>
#include <vector>

namespace Rollbook
{

/// Follows the elements of an HTML document and knows the rows of its tables. Once to find out
/// which table has the most cells, once more to push that one's rows.
class HtmlTableWalk
{
public:
    enum class Trouble : quint8 { TooDeep, TooManyColumns, TooManyRows, TooManyCells, CellTooLong };

    HtmlTableWalk() = default;
    /// Pushes the rows of this table, counted from 0 in the order of the tables' beginnings.
    HtmlTableWalk(int table, RowSink &sink)
        : m_wanted(table)
        , m_sink(&sink)
    {
    }

    // All of them are false when nothing more is wanted.
    bool begin(QByteArrayView element, qint32 columnSpan, qint32 rowSpan);
    bool end(QByteArrayView element);
    bool text(QByteArrayView text);

    std::optional<Trouble> trouble() const { return m_trouble; }
    /// The table with the most cells that have text; -1: there is none.
    int largestTable() const { return m_largest; }

private:
    struct Table {
        int number = 0;
        qint64 filledCells = 0;
        qint64 rows = 0;
        bool isInRow = false;
        bool isInCell = false;
        qint32 columnSpan = 1;
        qint32 rowSpan = 1;
        QByteArray rowText;
        std::vector<qsizetype> ends;    // of the row's cells in rowText
        std::vector<qint32> spansBelow; // how many rows more a column is taken from above
    };

    bool stop(Trouble trouble);
    bool addBlank();
    bool beginCell(qint32 columnSpan, qint32 rowSpan);
    bool endCell();
    bool addEmptyCells(Table &table, qint32 count);
    bool endRow();
    bool push(const Table &table);
    void endTable();

    int m_wanted = -1;
    RowSink *m_sink = nullptr;
    std::vector<Table> m_open;
    std::vector<QByteArrayView> m_cells;
    int m_tables = 0;
    int m_depth = 0;
    int m_unseen = 0; // elements open whose text is not shown
    qint64 m_spannedCells = 0;
    int m_largest = -1;
    qint64 m_largestCells = 0;
    std::optional<Trouble> m_trouble;
};

} // namespace Rollbook
