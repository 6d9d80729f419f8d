// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/runroster.h"

#include <algorithm>

namespace Rollbook
{

QList<StudentRegistrationResult> rowsNotSent(const RunRoster &roster)
{
    QList<StudentRegistrationResult> results;
    if (roster.rejectedRows.isEmpty() && roster.courses.isOneForAll())
        return results;
    for (qint32 row = 0; row < roster.students.size(); ++row) {
        const auto rejected = roster.rejectedRows.constFind(row);
        if (rejected != roster.rejectedRows.cend()) {
            StudentRegistrationResult result;
            result.row = row;
            result.outcome = *rejected;
            results += result;
        } else if (roster.courses.indexOf(row) < 0) {
            results += rejectedRow(row, ReasonCode::UnknownCourse);
        }
    }
    return results;
}

bool isSettled(const StudentRegistrationResult &result)
{
    const RegistrationError *error = result.error();
    return !error || error->status == RegistrationStatus::Rejected
        || error->code == ReasonCode::LeftOut;
}

bool canBeTriedAgain(const StudentRegistrationResult &result)
{
    const RegistrationError *error = result.error();
    const bool wasKeptBack =
        error && error->status == RegistrationStatus::Rejected && result.attempts == 0;
    return error && error->code != ReasonCode::LeftOut && !wasKeptBack;
}

QHash<qint32, RegistrationError> rowsKeptBack(
    const QList<StudentRegistrationResult> &results, const QList<qint32> &sent)
{
    QHash<qint32, RegistrationError> keptBack;
    for (const StudentRegistrationResult &result : results) {
        if (result.error() && !canBeTriedAgain(result))
            keptBack.insert(result.row, *result.error());
    }
    for (const qint32 row : sent)
        keptBack.remove(row);
    return keptBack;
}

int rowsToTryAgain(const QList<StudentRegistrationResult> &results)
{
    return static_cast<int>(std::count_if(results.cbegin(), results.cend(),
        [](const StudentRegistrationResult &result) { return !isSettled(result); }));
}

RegisterStudentsResults withAllRows(
    const Run &run, const RunRoster &roster, const QList<StudentRegistrationResult> &recorded)
{
    RegisterStudentsResults answer{run, roster.students, roster.courses, {}, {}};
    const qint32 rows = answer.students.size();
    answer.results.reserve(rows);
    for (qint32 row = 0; row < rows; ++row)
        answer.results += notAttemptedRow(row, ReasonCode::Cancelled);
    const auto take = [&answer, rows](const QList<StudentRegistrationResult> &results) {
        for (const StudentRegistrationResult &result : results) {
            if (result.row >= 0 && result.row < rows)
                answer.results[result.row] = result;
        }
    };
    take(rowsNotSent(roster));
    take(recorded);
    answer.run.counts = {};
    for (const StudentRegistrationResult &result : std::as_const(answer.results))
        answer.run.counts.add(result.status());
    return answer;
}

} // namespace Rollbook
