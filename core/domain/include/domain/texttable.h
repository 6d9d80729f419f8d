// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUtf8StringView>

#include <memory>
#include <span>
#include <vector>

namespace Rollbook
{

/// A table of text, as a file gave it: rows of a fixed number of cells, all text in one UTF-8
/// arena. Immutable once built and implicitly shared, so copies are free and may be read from any
/// thread. A row costs its text and four bytes a cell. At most maximumBytes() of text.
class TextTable
{
public:
    class Builder;

    TextTable();

    int rowCount() const { return m_rows; }
    int columnCount() const { return m_columns; }
    bool isEmpty() const { return m_rows == 0; }

    /// The cell, empty when out of range. Borrowed: valid while any copy of this table lives.
    QUtf8StringView text(int row, int column) const
    {
        if (row < 0 || row >= m_rows || column < 0 || column >= m_columns)
            return {};
        const auto cell = static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns)
            + static_cast<std::size_t>(column);
        const qsizetype begin = cell == 0 ? 0 : m_ends[cell - 1];
        return {m_text + begin, static_cast<qsizetype>(m_ends[cell]) - begin};
    }

    /// The text of all cells, row by row, without anything between them. Borrowed likewise.
    QUtf8StringView allText() const;
    /// How many bytes of it there are to the end of each cell, row by row. Borrowed likewise.
    std::span<const quint32> cellEnds() const;

    /// Bytes held, of text and offsets together.
    qsizetype memoryUsed() const;

    static constexpr qsizetype maximumBytes() { return qsizetype{1} << 31; }

private:
    struct Data;
    explicit TextTable(std::shared_ptr<const Data> data);
    std::shared_ptr<const Data> d;
    // Of the data, so that looking at a cell, which a check does a million times, is no call.
    const char *m_text = nullptr;
    const quint32 *m_ends = nullptr;
    int m_rows = 0;
    int m_columns = 0;
};

/// Builds a TextTable row by row. Short rows are filled with empty cells, cells beyond the last
/// column are dropped (the reader reports them).
class TextTable::Builder
{
public:
    explicit Builder(int columnCount);
    ~Builder();
    Builder(Builder &&) noexcept;
    Builder &operator=(Builder &&) noexcept;

    void reserve(qsizetype rows, qsizetype bytes);
    /// Appends a cell to the current row; false when the arena is full.
    bool appendCell(QUtf8StringView text);
    void endRow();
    /// Appends the whole rows of another builder with as many columns; false when they do not fit.
    bool appendRows(const Builder &other);
    int rowCount() const;
    /// The whole rows so far, in a table of their own.
    TextTable copy() const;
    TextTable finish() &&;

private:
    std::unique_ptr<Data> m_data;
    int m_cellsInRow = 0;
};

} // namespace Rollbook
