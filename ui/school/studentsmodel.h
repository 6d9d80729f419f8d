// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"
#include "school/schoolmodel.h"

#include <QHash>

namespace Rollbook
{

/// The students in the school's own register.
class StudentRecordRows : public SchoolRows
{
public:
    explicit StudentRecordRows(QList<StudentRecord> students);

    const StudentRecord &student(int row) const { return m_students.at(row); }
    /// The row of who has that number, or that address where there is none; -1: nobody.
    int find(const Student &student) const;
    /// Somebody who has that address, whatever else; -1: nobody.
    int withEmail(const QString &email) const;
    int size() const override { return static_cast<int>(m_students.size()); }
    QString text(int row, int column) const override;
    QString sortText(int row, int column) const override;
    QString searchText(int row, int column) const override;

private:
    QList<StudentRecord> m_students;
    QHash<QString, int> m_rows;    // by identity
    QHash<QString, int> m_byEmail; // the first of them
};

class StudentsModel : public SchoolModel
{
    Q_OBJECT

public:
    enum Column {
        IdColumn,
        FamilyNameColumn,
        GivenNameColumn,
        EmailColumn,
        BirthDateColumn,
        GradeColumn,
        HoldColumn,
        CompletedColumn,
        ColumnCount,
    };

    explicit StudentsModel(QObject *parent = nullptr);

    const StudentRecord &student(int row) const;
    /// Where a student is shown; -1: nowhere.
    int rowOf(const Student &student) const;
    /// Who is in the register already under what identifies this student, shown or not.
    const StudentRecord *known(const Student &student) const;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
};

} // namespace Rollbook
