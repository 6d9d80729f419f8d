// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/student.h"
#include "domain/texttable.h"

#include <QHash>
#include <QList>

#include <array>

namespace Rollbook
{

/// The list of students of a roster: a TextTable, which column holds which field, and what people
/// corrected on top. Implicitly shared; copies may be read from any thread, and a copy does not see
/// later corrections of the original.
class StudentList
{
public:
    /// For each StudentField the column that holds it, or -1.
    using FieldColumns = std::array<int, StudentFieldCount>;
    static constexpr FieldColumns noColumns() { return {-1, -1, -1, -1, -1, -1, -1, -1, -1}; }

    StudentList() = default;
    StudentList(TextTable table, const FieldColumns &columns);
    static StudentList fromStudents(const QList<Student> &students);

    int size() const { return m_table.rowCount(); }
    bool isEmpty() const { return size() == 0; }
    /// True when the file has a column for the field, or a correction has added it.
    bool hasField(StudentField field) const;
    /// The column of the file, -1 where it has none.
    int column(StudentField field) const { return m_columns[static_cast<std::size_t>(field)]; }
    const TextTable &table() const { return m_table; }

    /// The field as corrected, without blanks (no-break ones too) at its ends. Borrowed: valid
    /// while this list lives unchanged.
    QUtf8StringView field(int row, StudentField field) const
    {
        if (m_corrections.isEmpty()) {
            const QUtf8StringView text = m_table.text(row, column(field));
            if (text.isEmpty() || (isLetter(text.front()) && isLetter(text.back())))
                return text;
        }
        return correctedOrTrimmed(row, field);
    }
    /// The same as a string of its own.
    QString text(int row, StudentField field) const;
    Student student(int row) const;
    /// "Given Family", whichever are there; the identifier where there is no name.
    QString displayName(int row) const;

    /// Replaces a field of one row in this copy, also one that the file has no column for. What the
    /// file says itself, or nothing where it says nothing, takes the correction back.
    void correct(int row, StudentField field, const QString &text);
    bool isCorrected(int row, StudentField field) const;
    /// True when the field is corrected in any row.
    bool isCorrected(StudentField field) const;

private:
    // Surely no part of a blank, in UTF-8.
    static constexpr bool isLetter(char unit) { return unit > ' ' && unit <= '~'; }
    QUtf8StringView correctedOrTrimmed(int row, StudentField field) const;
    QUtf8StringView textOfFile(int row, StudentField field) const;

    TextTable m_table;
    FieldColumns m_columns = noColumns();
    QHash<qint64, QByteArray> m_corrections;
    std::array<int, StudentFieldCount> m_correctedRows{}; // by field
};

} // namespace Rollbook
