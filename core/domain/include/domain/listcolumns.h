// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/studentlist.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace Rollbook
{

/// The columns of a class list as its file has them, so that rows of it can be sent back in the
/// form in which they came: the words over the columns, which field each of them holds, and what
/// the rows say where that is no part of a Student. A value; copies are cheap.
class ListColumns
{
public:
    struct Column {
        QString header;
        std::optional<StudentField> field; ///< none: a column of the file's own

        /// True when its cells are those of a Student, and are not kept here.
        bool isOfStudent() const;
        friend bool operator==(const Column &, const Column &) = default;
    };

    ListColumns() = default;
    /// `kept` has the cells of those columns that are not of a student, in their order.
    ListColumns(QList<Column> columns, TextTable kept);
    /// Of a list that was read, with these words over the first columns of its table.
    static ListColumns of(const QStringList &headers, const StudentList &students);

    /// With further columns at the end, all of a student.
    ListColumns withMore(const QList<Column> &columns) const;

    bool isEmpty() const { return m_columns.isEmpty(); }
    const QList<Column> &columns() const { return m_columns; }
    /// How many rows there are cells of; 0 where each column is of a student.
    int keptRows() const { return m_kept.rowCount(); }
    /// The cell of a column that is not of a student, as the file has it; empty of any other.
    /// Borrowed: valid while any copy lives.
    QUtf8StringView keptCell(int row, int column) const;
    /// What a row says in a column, in UTF-8: a field as `students` has it, else what is kept. A
    /// whole name whose parts were corrected is put together again.
    QByteArray cell(const StudentList &students, int row, int column) const;

private:
    QList<Column> m_columns;
    QList<int> m_places; // by column: which one of m_kept, or -1
    TextTable m_kept;
};

} // namespace Rollbook
