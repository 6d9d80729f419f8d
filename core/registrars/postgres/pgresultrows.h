// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"
#include "postgres/pgparameter.h"

namespace Rollbook
{

/// Enters outcomes into the history of runs, all at once; run: its number in the store. What they
/// replace is the same as with SqlResultWriter and Attempts::Further.
PgCommand enterResults(qint64 run, const StudentList &students, const CourseAssignment &courses,
    const QList<StudentRegistrationResult> &results);

} // namespace Rollbook
