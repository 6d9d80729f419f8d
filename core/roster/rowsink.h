// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <span>

namespace Rollbook
{

/// A row with more cells is no row of a class list: readers stop there.
constexpr std::size_t MostColumns = 2000;

/// Takes the rows of a file one after the other, as a reader finds them: title rows, the header,
/// students and blank rows alike. Nothing is understood yet.
class RowSink
{
public:
    RowSink() = default;
    virtual ~RowSink() = default;
    Q_DISABLE_COPY_MOVE(RowSink)

    /// The cells of the next row in UTF-8, as many as the row has; borrowed for the call. False:
    /// the reader may stop, nothing more is wanted.
    virtual bool addRow(std::span<const QByteArrayView> cells) = 0;

    /// A sink for rows further below, to be filled in another thread while the rows before come;
    /// it is this one's. nullptr where the rows are wanted one after the other. `bytes`: of text to
    /// come to it. Several branches are in the order of their rows.
    virtual RowSink *branch(qsizetype /*bytes*/) { return nullptr; }
    /// Takes the rows of the first branch behind its own; with `wanted` false they were none and
    /// come anew, the usual way. Either way the branch is gone. False as in addRow().
    virtual bool join(bool /*wanted*/) { return true; }
};

/// The cell of a row without blanks around it; empty where the row has no such column (-1: none
/// has).
inline QByteArrayView trimmedCell(std::span<const QByteArrayView> cells, int column)
{
    if (column < 0 || static_cast<std::size_t>(column) >= cells.size())
        return {};
    return cells[static_cast<std::size_t>(column)].trimmed();
}

} // namespace Rollbook
