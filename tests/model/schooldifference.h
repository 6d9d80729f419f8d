// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "plainschool.h"
#include "registration/school.h"
#include "schoollook.h"

namespace Rollbook
{

/// What a real school holds besides what the plain one holds, or what no school may hold; empty:
/// nothing.
QString differenceOf(SchoolLook &look, const PlainSchool &plain);

/// As PlainSchool::undo() and PlainSchool::promote() have them.
QStringList undoTexts(const UndoneRun &undone);
QStringList promotionTexts(const PromotedStudents &promoted);

/// Empty where there is none.
QString firstDifference(const QStringList &real, const QStringList &expected);

} // namespace Rollbook
