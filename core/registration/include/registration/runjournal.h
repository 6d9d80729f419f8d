// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runroster.h"
#include "registration/storewait.h"

#include <QList>

#include <functional>
#include <optional>

namespace Rollbook
{

/// Rows of a run that are asked for again.
struct RowsAgain {
    QList<qint32> rows; ///< ascending
    /// The whole list as it is now, where something of these rows was corrected.
    std::optional<RunRoster> corrected;
};

/// The durable record of runs. Blocking; may be called from any thread.
class RunJournal
{
public:
    virtual ~RunJournal() = default;

    /// Who is told, in the thread that writes, each time that what it writes for a run waits for a
    /// store that is away and comes back by itself; empty: nobody. A run that is to be entered
    /// waits for as long as it takes, its end for some minutes. Does not block.
    using WaitObserver = std::function<void(const StoreWait &wait)>;
    virtual void watchWaits(const Run & /*run*/, const WaitObserver & /*observer*/) {}
    /// Such a store is tried at once. Does not block.
    virtual void tryNow(const Run & /*run*/) {}

    /// Enters a run that starts, with all its rows. From then on, until end() or leave(), this
    /// program works on it; when the program dies, nobody does any more.
    virtual Expected<void> begin(const Run &run, const RunRoster &roster) = 0;
    /// Enters that a run goes on which was interrupted or has ended, and that this program works on
    /// it now. StoreBusy while another one does; NotFound; Usage when it was undone.
    virtual Expected<void> goOn(const Run &run) = 0;
    /// The same as goOn(), and with it that rows are asked for again which have neither a seat nor
    /// a place: they are not attempted until they have their new outcome, and their attempts stay
    /// counted. All of it is entered, or nothing.
    virtual Expected<void> tryAgain(const Run &run, const RowsAgain &again) = 0;
    /// This program does not work on the run any more, though how it ended could not be entered.
    virtual void leave(const Run &run) = 0;
    /// Whoever runs it waits no longer: until the run is entered again, what is being written for
    /// it and what will be waits only for a moment for other programs, and is StoreBusy then. Does
    /// not block.
    virtual void hurry(const Run & /*run*/) {}
    /// True while a program that is alive works on it.
    virtual bool isInWork(const QString &id) const = 0;

    /// Enters outcomes, with all their attempts. One of a row that failed, or was not attempted, is
    /// replaced, with what the list says of it; any other that is there already is left as it is.
    virtual Expected<void> record(const Run &run, const StudentList &students,
        const CourseAssignment &courses, const QList<StudentRegistrationResult> &results) = 0;
    /// Enters how the run ended: run.state, run.endedAt and run.counts.
    virtual Expected<void> end(const Run &run) = 0;

    /// All runs, newest first.
    virtual Expected<QList<Run>> runs() const = 0;
    /// One run, not an undo (see RunUndo::recorded()), with the results that are recorded, in
    /// roster order. Of a run that was interrupted or stopped it has all rows, those without a
    /// recorded result as not attempted; `problem` says why where only the recorded rows can be
    /// had, so that it cannot go on.
    virtual Expected<RegisterStudentsResults> run(const QString &id) const = 0;
    /// The columns of a run's list as its file had them; empty where they were not kept, as by an
    /// older Rollbook.
    virtual Expected<ListColumns> columns(const QString & /*id*/) const { return ListColumns(); }

protected:
    RunJournal() = default;
    Q_DISABLE_COPY_MOVE(RunJournal)
};

} // namespace Rollbook
