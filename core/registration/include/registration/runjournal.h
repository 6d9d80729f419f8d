// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"

#include <QList>

namespace Rollbook
{

/// The durable record of runs. Blocking; may be called from any thread.
class RunJournal
{
public:
    virtual ~RunJournal() = default;

    /// Enters a run that starts.
    virtual Expected<void> begin(const Run &run) = 0;
    /// Enters outcomes; one that is there already is left as it is.
    virtual Expected<void> record(const Run &run, const StudentList &students,
        const CourseAssignment &courses, const QList<StudentRegistrationResult> &results) = 0;
    /// Enters how the run ended: run.state, run.endedAt and run.counts.
    virtual Expected<void> end(const Run &run) = 0;

    /// All runs, newest first.
    virtual Expected<QList<Run>> runs() const = 0;
    /// One run, not an undo (see RunUndo::recorded()), with the rows and results that are recorded,
    /// in roster order.
    virtual Expected<RegisterStudentsResults> run(const QString &id) const = 0;

protected:
    RunJournal() = default;
    Q_DISABLE_COPY_MOVE(RunJournal)
};

} // namespace Rollbook
