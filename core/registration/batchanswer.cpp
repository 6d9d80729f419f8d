// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batchanswer.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace Rollbook
{

namespace
{

struct Answer {
    RegistrationResults results;
    QString fault; // of the batch as a whole
};

QString noAnswer()
{
    return QCoreApplication::translate("Rollbook::Outcome", "there was no answer for this row");
}

// With the future goes what else holds the results, so that they can be changed without a copy.
Answer answerOf(QFuture<RegistrationResults> future)
{
    try {
        // Throws what the registrar threw; a cancelled future has no result to take.
        future.waitForFinished();
        // Not takeResult(): that makes the promise, which may still be there, believe that it has
        // not ended.
        if (future.isValid() && future.resultCount() > 0)
            return {future.result(), {}};
    } catch (const std::exception &exception) {
        return {{}, QString::fromUtf8(exception.what())};
    } catch (...) {
        return {{}, noAnswer()};
    }
    return {{}, noAnswer()};
}

bool answersEachRow(const RegistrationResults &results, const QList<qint32> &rows)
{
    return std::equal(results.cbegin(), results.cend(), rows.cbegin(), rows.cend(),
        [](const StudentRegistrationResult &result, qint32 row) { return result.row == row; });
}

// For a registrar that broke its word: the first answer for each row, a fault where there is none.
RegistrationResults oneForEachRow(const Answer &answer, const QList<qint32> &rows)
{
    QHash<qint32, const StudentRegistrationResult *> byRow;
    for (const StudentRegistrationResult &result : answer.results) {
        if (!byRow.contains(result.row))
            byRow.insert(result.row, &result);
    }
    RegistrationResults complete;
    complete.reserve(rows.size());
    for (const qint32 row : rows) {
        const StudentRegistrationResult *result = byRow.value(row);
        complete += result ? *result
                           : failedRow(row, ReasonCode::ServerError,
                               answer.fault.isEmpty() ? noAnswer() : answer.fault);
    }
    return complete;
}

} // namespace

RegistrationResults takeAnswer(QFuture<RegistrationResults> &&future, const QList<qint32> &rows)
{
    Answer answer = answerOf(std::move(future));
    if (!answersEachRow(answer.results, rows))
        return oneForEachRow(answer, rows);
    return std::move(answer.results);
}

} // namespace Rollbook
