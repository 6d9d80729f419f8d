// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "rules/courserules.h"

namespace Rollbook
{

/// True while the course has a seat for someone who waits.
bool hasFreeSeat(const CourseFacts &course);

/// What becomes of a student who waits for courses.front(), which has a free seat: that seat, or
/// the rule that says no. `student` is without the place that is waited on.
RowOutcome decidePromotion(const std::vector<CourseFacts> &courses, const StudentFacts &student);

Error noSuchCourse(const CourseRef &course);
Error tooFewToPromote();

} // namespace Rollbook
