// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"

#include <QList>

namespace Rollbook
{

/// A run that was taken back, or would be.
struct UndoneRun {
    Run undo;                  ///< the undo, a run of its own; without an id in a preview
    Run undone;                ///< the run that it takes back
    StudentList students;      ///< of that run
    CourseAssignment courses;  ///< of that run
    QList<UndoResult> results; ///< one a row of that run, ascending; the counts are in undo
};

/// Takes back what a run did: the seats and waiting-list places that it gave, and only those that
/// are still as it gave them. Who moved up to a seat, withdrew, or was registered anew since stays
/// as they are. Waiting lists close up, in order. All of it happens at once or not at all, and
/// stands in the journal as a run of its own. Blocking; may be called from any thread.
///
/// An error for a run that is not there (NotFound), and (Usage) for one that still runs, that was
/// undone before, or that is an undo itself.
class RunUndo
{
public:
    virtual ~RunUndo() = default;

    /// Exactly what undo() would do now; changes nothing.
    virtual Expected<UndoneRun> preview(const QString &runId) const = 0;
    virtual Expected<UndoneRun> undo(const QString &runId) = 0;
    /// What an undo of the past did, by its own id; NotFound unless that is one.
    virtual Expected<UndoneRun> recorded(const QString &undoId) const = 0;

protected:
    RunUndo() = default;
    Q_DISABLE_COPY_MOVE(RunUndo)
};

} // namespace Rollbook
