// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/studentlist.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace Rollbook
{

/// True for what :/roster/grades.json (read once) knows as a grade: "10", "1º ESO", "3ºB",
/// "2º Bachillerato", "Year 7". Any thread.
bool looksLikeGrade(const QString &value);

/// What to map beside what a person mapped, because the column that was taken for the course has a
/// word that may mean the grade as well ("Curso", "Class"), and all its values in the rows below
/// the header are grades: they decide. Empty where there is nothing to change.
QMap<StudentField, QString> gradesAmongCourses(const QStringList &headers,
    const StudentList::FieldColumns &columns, const QList<QStringList> &rowsBelow);

} // namespace Rollbook
