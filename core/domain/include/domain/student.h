// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>

namespace Rollbook
{

/// The fields of a student that a roster can carry, by their canonical names.
enum class StudentField : quint8 {
    StudentId,
    GivenName,
    FamilyName,
    FullName,
    Email,
    BirthDate,
    GradeLevel,
    Course,
    Notes,
};
inline constexpr int StudentFieldCount = 9;

/// The canonical name, as in file headers and on the command line: `student_id`, `given_name`, …
QString canonicalName(StudentField field);

/// One student, as a roster or the school's own register has them. Who a student is, is decided by
/// studentId, and by email (case ignored) where there is none.
struct Student {
    QString studentId;
    QString givenName;
    QString familyName;
    QString email;
    QString birthDate;
    QString gradeLevel;
    QString notes;

    bool isIdentified() const { return !studentId.isEmpty() || !email.isEmpty(); }
    friend bool operator==(const Student &, const Student &) = default;
};

} // namespace Rollbook

Q_DECLARE_METATYPE(Rollbook::Student)
