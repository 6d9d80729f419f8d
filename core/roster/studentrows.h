// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/studentlist.h"
#include "rowsink.h"
#include "values/dates.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace Rollbook
{

/// Takes the rows below a header whose words are understood, cleans their values, and makes a
/// StudentList of them. Blank rows are no students.
class StudentRows : public RowSink
{
public:
    /// A row with text beyond the last column of the header.
    struct OverlongRow {
        qint32 row = 0;
        qint32 cells = 0;
    };

    /// `columns` says which of the first `columnCount` cells of a row holds which field. `bytes`:
    /// of text to come, as far as known, so that room is made once.
    StudentRows(int columnCount, const StudentList::FieldColumns &columns, qsizetype bytes);

    /// False when there is no room for more.
    bool addRow(std::span<const QByteArrayView> cells) override;
    int rowCount() const { return m_table.rowCount(); }
    bool isFull() const { return m_full; }

    /// One like this without rows, for rows further below; `bytes` as in the constructor.
    std::unique_ptr<StudentRows> further(qsizetype bytes) const;
    /// Takes the rows of another behind its own. False when there is no room for them.
    bool append(const StudentRows &further);
    const QList<OverlongRow> &overlongRows() const { return m_overlongRows; }

    /// What was taken by now; dates are as they were found.
    StudentList soFar() const;
    /// Dates are ISO where the column shows in which order day and month stand.
    StudentList finish();

private:
    enum class Kind : quint8 { Other, Text, Identifier, Email, BirthDate };

    bool has(StudentField field) const;
    void setColumn(StudentField field, int column);
    QByteArrayView cleaned(Kind kind, QByteArrayView cell);
    void append(QByteArrayView cell);
    void appendNames(QByteArrayView fullName);
    TextTable withIsoDates(const TextTable &table) const;

    int m_fileColumns;
    StudentList::FieldColumns m_columns;
    int m_fullNameColumn = -1; // from which given and family name are derived
    std::vector<Kind> m_kinds; // of the file's columns
    TextTable::Builder m_table;
    DateColumn m_dates;
    bool m_datesAreIso = true;
    bool m_full = false;
    QByteArray m_scratch;
    QList<OverlongRow> m_overlongRows;
};

} // namespace Rollbook
