// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Rollbook
{

class CommandLine;
class School;

// The commands of the command line. Each takes its arguments, the command's name first, runs to its
// end and returns the exit status (see exitstatus.h).

int registerCommand(const QStringList &arguments);
int checkCommand(const QStringList &arguments);
int coursesCommand(const QStringList &arguments);
int studentsCommand(const QStringList &arguments);
int runsCommand(const QStringList &arguments);
/// `school init` makes a new school, `school move` carries one over. 0: it was done.
int schoolCommand(const QStringList &arguments);
/// `courses promote`
int promoteCommand(const QStringList &arguments);

// What `school` does.

void addMoveOptions(CommandLine &line);
int moveSchoolOver(const CommandLine &line);

// What `runs` does with one run.

/// Undoes it, or with --dry-run shows what that would do. 0: nothing that the run gave is left;
/// 1: some row was left as it is.
int undoRun(School &school, const QString &id, const CommandLine &line);
/// The rows of an undo.
int showUndo(School &school, const QString &id);

// What `runs` does with the whole history.

/// Checks that it is as it was written. 0: it is; 1: something was changed.
int verifyRuns(School &school, const QString &run, const CommandLine &line);
/// What was changed in the school, newest first; with a run's id, what is about that.
int listAudit(School &school, const QString &run, const CommandLine &line);

// What `runs` does with one run of a school, named by its id. The line has the options that
// performing a run understands.

int resumeRun(School &school, const QString &id, const CommandLine &line);
int retryRun(School &school, const QString &id, const CommandLine &line);
/// Writes its reports again. 0: all of them; 1: one could not be written.
int reportRun(School &school, const QString &id, const CommandLine &line);

} // namespace Rollbook
