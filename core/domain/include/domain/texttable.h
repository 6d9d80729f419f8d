// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSharedDataPointer>
#include <QUtf8StringView>

#include <memory>
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

    int rowCount() const;
    int columnCount() const;
    bool isEmpty() const { return rowCount() == 0; }

    /// The cell, empty when out of range. Borrowed: valid while any copy of this table lives.
    QUtf8StringView text(int row, int column) const;

    /// The text of all cells, row by row, without anything between them. Borrowed likewise.
    QUtf8StringView allText() const;

    /// Bytes held, of text and offsets together.
    qsizetype memoryUsed() const;

    static constexpr qsizetype maximumBytes() { return qsizetype{1} << 31; }

private:
    struct Data;
    explicit TextTable(std::shared_ptr<const Data> data);
    std::shared_ptr<const Data> d;
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
    int rowCount() const;
    /// The whole rows so far, in a table of their own.
    TextTable copy() const;
    TextTable finish() &&;

private:
    std::unique_ptr<Data> m_data;
    int m_cellsInRow = 0;
};

} // namespace Rollbook
