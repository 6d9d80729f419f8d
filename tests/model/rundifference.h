// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modelrun.h"
#include "plainschool.h"

namespace Rollbook
{

/// Who is registered where.
struct ListOfRun {
    QList<Student> students;
    QStringList courses; ///< codes
    CourseAssignment assignment;
    QHash<qint32, RegistrationError> refused; ///< as BulkRegistration::Request::rejectedRows
};

/// What a run was that has just gone through the real school.
struct RunToCompare {
    int number = 0; ///< in the plain school
    const ListOfRun &list;
    RegistrationResults before; ///< of a run that went on: what was known then
};

/// Lets the rows that came to the real school come to the plain one, and tells where the outcomes
/// differ, of the answer or of what is recorded; empty where they do not.
QString differenceOf(SchoolLook &look, const GoneRun &gone, const ModelStep &step,
    const RunToCompare &run, PlainSchool &plain);
/// What was foretold of a run that nothing disturbs has to happen.
QString differenceFromPlan(const RegistrationResults &plan, const RegistrationResults &happened);

} // namespace Rollbook
