// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dryrun.h"

#include "commandline.h"
#include "console.h"
#include "outcomesummary.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

Expected<RegistrationResults> planOf(Registrar &registrar, const RegistrationBatch &batch)
{
    QString why;
    try {
        QFuture<RegistrationResults> plan = registrar.plan(batch);
        plan.waitForFinished();
        if (plan.resultCount() > 0)
            return plan.takeResult();
    } catch (const std::exception &exception) {
        why = QString::fromUtf8(exception.what());
    }
    return fail(ErrorCode::StoreUnavailable,
        CommandLine::tr("The school could not say what would happen. Nothing was changed. %1")
            .arg(why)
            .trimmed());
}

} // namespace

Expected<StatusCounts> printPlan(Registrar &registrar, const BulkRegistration::Request &request)
{
    RegistrationBatch batch{Run::begin(request.rosterName, request.courses, request.options),
        request.students, request.courses, {}};
    RegistrationResults results;
    for (qint32 row = 0; row < request.students.size(); ++row) {
        const auto rejected = request.rejectedRows.constFind(row);
        if (rejected == request.rejectedRows.cend())
            batch.rows += row;
        else
            results += rejectedRow(row, rejected->code, rejected->argument);
    }
    const Expected<RegistrationResults> planned = planOf(registrar, batch);
    if (!planned)
        return tl::unexpected(planned.error());
    results += *planned;
    std::sort(
        results.begin(), results.end(), [](const auto &a, const auto &b) { return a.row < b.row; });

    printHeader({CommandLine::tr("row"), CommandLine::tr("ID"), CommandLine::tr("name"),
        CommandLine::tr("status"), CommandLine::tr("what would happen")});
    StatusCounts counts;
    for (const StudentRegistrationResult &result : std::as_const(results)) {
        counts.add(result.status());
        printCells({QString::number(result.row + 1),
            request.students.text(result.row, StudentField::StudentId),
            request.students.displayName(result.row), statusWord(result.status()),
            explainPlanned(result)});
    }
    printCounts(counts);
    return counts;
}

} // namespace Rollbook
