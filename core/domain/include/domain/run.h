// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/listcolumns.h"
#include "domain/registration.h"
#include "domain/undo.h"

#include <QDateTime>

namespace Rollbook
{

enum class WhenFull : quint8 { Waitlist, Reject };
enum class UnknownStudents : quint8 { Create, Reject };

/// What the person chose for a run.
struct RunOptions {
    WhenFull whenFull = WhenFull::Waitlist;
    UnknownStudents unknownStudents = UnknownStudents::Create;

    friend bool operator==(const RunOptions &, const RunOptions &) = default;
};

enum class RunState : quint8 {
    Running,
    Finished,  ///< every row was attempted
    Cancelled, ///< stopped by a person; the rest is not attempted
    Stopped,   ///< could not go on, such as when the store was lost
};
/// `running`, `finished`, … (never translated).
QString runStateWord(RunState state);
std::optional<RunState> runStateFromWord(QStringView word);

/// What a run does.
enum class RunKind : quint8 {
    Registration, ///< registers students
    Undo,         ///< takes back what another run did
};
/// `registration`, `undo` (never translated).
QString runKindWord(RunKind kind);
std::optional<RunKind> runKindFromWord(QStringView word);

/// Who registered what, when, from where: a run without its rows.
struct Run {
    QString id;          ///< unique over all runs of all machines, sorts by time
    QDateTime startedAt; ///< UTC; its local date decides which courses are open, for the whole run
    QDateTime endedAt;   ///< invalid while it runs
    QString startedBy;   ///< the person's account name
    QString rosterName;  ///< the file, or what the list was called
    QString rosterPath;  ///< where the file lay; empty: there was none
    QString rosterHash;  ///< SHA-256 of the file's bytes, in hexadecimal; empty: no single file
    QString registrarName; ///< School::displayName() of where the students are registered
    QString courseName;    ///< CourseAssignment::displayName()
    RunOptions options;
    RunState state = RunState::Running;
    StatusCounts counts; ///< of a registration; all 0 in an undo
    RunKind kind = RunKind::Registration;
    QString undoneRun;     ///< of an undo: the id of the run that it took back
    QString undoneBy;      ///< of a registration: the id of the undo that took it back
    UndoCounts undoCounts; ///< of an undo

    /// A run that starts now, by the current user.
    static Run begin(
        const QString &rosterName, const CourseAssignment &courses, const RunOptions &options);
};

/// The account's name of whoever uses the program.
QString currentAccountName();

/// The whole answer of a run: exactly one result per row, in roster order.
struct RegisterStudentsResults {
    Run run;
    StudentList students;
    CourseAssignment courses;
    QList<StudentRegistrationResult> results;
    std::optional<Error> problem; ///< what stopped it, or kept it out of the history
    /// How the list came, where rows are to be sent back (RunJournal::columns()).
    ListColumns columns = {};
};

} // namespace Rollbook

Q_DECLARE_METATYPE(Rollbook::RegisterStudentsResults)
