// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "table/rostercolumns.h"

#include "table/rostermodel.h"

namespace Rollbook
{

std::optional<StudentField> fieldOfColumn(int column)
{
    switch (column) {
    case RosterModel::StudentIdColumn:
        return StudentField::StudentId;
    case RosterModel::FamilyNameColumn:
        return StudentField::FamilyName;
    case RosterModel::GivenNameColumn:
        return StudentField::GivenName;
    case RosterModel::EmailColumn:
        return StudentField::Email;
    case RosterModel::GradeColumn:
        return StudentField::GradeLevel;
    case RosterModel::CourseColumn:
        return StudentField::Course;
    default:
        return std::nullopt;
    }
}

} // namespace Rollbook
