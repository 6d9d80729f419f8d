// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "school/studentsmodel.h"

#include "school/typedday.h"
#include "table/statestyle.h"

#include <QGuiApplication>

namespace Rollbook
{

namespace
{

QString identityOf(const Student &student)
{
    return student.studentId.isEmpty() ? u'@' + student.email.toCaseFolded()
                                       : u'#' + student.studentId;
}

} // namespace

StudentRecordRows::StudentRecordRows(QList<StudentRecord> students)
    : m_students(std::move(students))
{
    m_rows.reserve(m_students.size());
    for (int row = 0; row < size(); ++row) {
        const Student &student = m_students.at(row).student;
        m_rows.insert(identityOf(student), row);
        if (const QString email = student.email.toCaseFolded();
            !email.isEmpty() && !m_byEmail.contains(email))
            m_byEmail.insert(email, row);
    }
    makeSearchable(StudentsModel::ColumnCount);
}

int StudentRecordRows::find(const Student &student) const
{
    return m_rows.value(identityOf(student), -1);
}

int StudentRecordRows::withEmail(const QString &email) const
{
    return m_byEmail.value(email.toCaseFolded(), -1);
}

QString StudentRecordRows::text(int row, int column) const
{
    const StudentRecord &record = m_students.at(row);
    switch (column) {
    case StudentsModel::IdColumn:
        return record.student.studentId;
    case StudentsModel::FamilyNameColumn:
        return record.student.familyName;
    case StudentsModel::GivenNameColumn:
        return record.student.givenName;
    case StudentsModel::EmailColumn:
        return record.student.email;
    case StudentsModel::BirthDateColumn:
        return keptDayText(record.student.birthDate);
    case StudentsModel::GradeColumn:
        return record.student.gradeLevel;
    case StudentsModel::HoldColumn:
        return record.hold;
    case StudentsModel::CompletedColumn:
        return record.completedCourses.join(QStringLiteral("; "));
    default:
        return {};
    }
}

// The order of ISO dates is that of the days.
QString StudentRecordRows::sortText(int row, int column) const
{
    return column == StudentsModel::BirthDateColumn ? m_students.at(row).student.birthDate
                                                    : text(row, column);
}

// Found as it is kept in lists, too.
QString StudentRecordRows::searchText(int row, int column) const
{
    const QString seen = text(row, column);
    return column == StudentsModel::BirthDateColumn ? seen + u' ' + sortText(row, column) : seen;
}

StudentsModel::StudentsModel(QObject *parent)
    : SchoolModel({tr("Student ID"), tr("Family name"), tr("Given name"), tr("E-mail"),
                      tr("Birth date"), tr("Grade"), tr("Hold"), tr("Completed courses")},
        parent)
{
}

const StudentRecord &StudentsModel::student(int row) const
{
    return static_cast<const StudentRecordRows *>(rows())->student(sourceRow(row));
}

int StudentsModel::rowOf(const Student &student) const
{
    const auto *all = static_cast<const StudentRecordRows *>(rows());
    const int wanted = all ? all->find(student) : -1;
    for (int row = 0; wanted >= 0 && row < rowCount(); ++row) {
        if (sourceRow(row) == wanted)
            return row;
    }
    return -1;
}

const StudentRecord *StudentsModel::known(const Student &student) const
{
    const auto *all = static_cast<const StudentRecordRows *>(rows());
    if (!all)
        return nullptr;
    const int row =
        student.studentId.isEmpty() ? all->withEmail(student.email) : all->find(student);
    return row < 0 ? nullptr : &all->student(row);
}

QVariant StudentsModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::ForegroundRole && index.isValid() && index.column() == HoldColumn)
        return stateColor(RowState::Rejected, QGuiApplication::palette());
    return SchoolModel::data(index, role);
}

} // namespace Rollbook
