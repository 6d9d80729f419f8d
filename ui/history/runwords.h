// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runhistory.h"
#include "table/rowstate.h"

namespace Rollbook
{

/// What the history says of runs and of rows in them, in the words of a school office.

/// "finished", "stopped", "undone", "interrupted", …
QString runStateText(const FoundRun &found);
RowState runLook(const Run &run);
/// "3/3/26 10:30 AM", local.
QString momentText(const QDateTime &moment);
/// "Registered: seat 1".
QString outcomeText(const StudentRegistrationResult &result);
/// "Taken out: gave back seat 1".
QString undoText(const UndoResult &result);
/// "Moved up to seat 2, from place 1 on the waiting list".
QString changeText(const PlaceChange &change);
RowState undoLook(const UndoResult &result);
/// "GO1 (2026 Fall)".
QString courseText(const CourseRef &course);
/// "Ana Muñoz"; the identifier or the address where there is no name.
QString studentText(const Student &student);

} // namespace Rollbook
