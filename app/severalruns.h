// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runoutput.h"

namespace Rollbook
{

/// One of several lists that a command registers.
struct ListRun {
    QString name; ///< what it is called among the others
    BulkRegistration::Request request;
    QStringList problems;   ///< what is to be said of the list before its run, a sentence each
    QSet<qint32> explained; ///< the rows that are said of there
};

/// Performs a run for each list, in this order, so that an earlier list gets the seats that a later
/// one wants, too; where the school can, lists to which that makes no difference go on beside each
/// other. Prints a heading and the summary of each, in this order, then that of all, and writes all
/// into each report. Whatever becomes of one run, the next one begins; only an interruption cancels
/// what goes on, and the rows of lists that have not begun are `not_attempted` without a run of
/// their own. Returns the worst exit status.
int performRuns(School &school, const QList<ListRun> &lists, const RunOutput &output);

/// Prints the plan of each list, each as if it were the only one, and the counts of all; says so
/// where lists want the same course. Changes nothing. Returns the worst exit status.
int printPlans(Registrar &registrar, const QList<ListRun> &lists);

} // namespace Rollbook
