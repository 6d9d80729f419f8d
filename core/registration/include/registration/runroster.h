// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"

#include <QHash>

namespace Rollbook
{

/// What a run is asked to do, row by row: enough to go on with it when the class list is gone.
struct RunRoster {
    StudentList students; ///< as corrected
    CourseAssignment courses;
    /// Rows that are not sent because the roster check already says no, by row.
    QHash<qint32, RegistrationError> rejectedRows;
    /// As the file has them; only at the beginning of a run.
    ListColumns columns = {};
};

/// Outcomes of the rows that are not sent to a registrar, in roster order: those that were rejected
/// before, and those that have no course.
QList<StudentRegistrationResult> rowsNotSent(const RunRoster &roster);

/// True when a run that goes on leaves the row alone: its outcome is certain, or a person left the
/// row out. Otherwise it failed, or was not attempted.
bool isSettled(const StudentRegistrationResult &result);

/// True when a person may ask for the row again as it is: it has neither a seat nor a place, and
/// was not kept back by the class list or by whoever registered it.
bool canBeTriedAgain(const StudentRegistrationResult &result);

/// Why rows of a run were never sent, as far as the rows themselves were the reason; without those
/// that are sent now.
QHash<qint32, RegistrationError> rowsKeptBack(
    const QList<StudentRegistrationResult> &results, const QList<qint32> &sent);

/// How many rows a run that goes on has to send.
int rowsToTryAgain(const QList<StudentRegistrationResult> &results);

/// The whole answer of a run so far, with its counts: the recorded results, and for each other row
/// that it was not attempted, or what is known without sending it.
RegisterStudentsResults withAllRows(
    const Run &run, const RunRoster &roster, const QList<StudentRegistrationResult> &recorded);

} // namespace Rollbook
