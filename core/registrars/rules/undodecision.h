// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runundo.h"

namespace Rollbook
{

/// What the student of a row holds in its course now.
struct PlaceNow {
    bool courseExists = true;
    bool held = false;      ///< a seat or a place, whoever gave it
    bool byThisRow = false; ///< the run that is undone gave it, in this row
    bool waiting = false;
    qint32 number = 0;
    QString run; ///< the id of the run that gave it, where it is another one
};

/// Why a run cannot be undone.
Expected<void> checkUndoable(const Run &run);
/// That there is no such run, or no such undo.
Error noSuchRun(const QString &id);

/// What undoing does to a row, by what the run did to it then and what is held now.
UndoResult decideUndo(
    const StudentRegistrationResult &then, const CourseRef &course, const PlaceNow &now);

/// An undo of that run which starts now, by the current user.
Run beginUndo(const Run &undone);

} // namespace Rollbook
