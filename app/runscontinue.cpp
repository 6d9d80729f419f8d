// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What `runs` does to go on with a run: resume one that did not come to its end, try again the rows
// that failed in one that did.

#include "commands.h"

#include "console.h"
#include "exitstatus.h"
#include "outcomesummary.h"
#include "registration/bulkregistration.h"
#include "rowstoretry.h"
#include "runoutput.h"

#include <optional>

namespace Rollbook
{

namespace
{

// With all rows that failed or were not attempted, or with these only.
int goOn(School &school, const RegisterStudentsResults &soFar, const CommandLine &line,
    const std::optional<QList<qint32>> &rows = {})
{
    const auto output = readRunOutput(line);
    if (!output)
        return failWith(output.error());
    if (soFar.problem)
        return failWith(*soFar.problem);
    if (!soFar.run.undoneBy.isEmpty()) {
        return failWith({ErrorCode::Usage,
            CommandLine::tr("The run “%1” was undone. Register its list again in a new run.")
                .arg(soFar.run.id)});
    }
    if (school.journal().isInWork(soFar.run.id)) {
        return failWith({ErrorCode::Usage,
            CommandLine::tr("The run “%1” is still going on. Wait until it has ended.")
                .arg(soFar.run.id)});
    }
    if (!rows)
        return performRun(school, BulkRegistration::Request::continuing(soFar), *output);
    // Why the others are not registered was said when they were asked for.
    QSet<qint32> explained;
    for (qint32 row = 0; row < soFar.results.size(); ++row)
        explained += row;
    for (const qint32 row : *rows)
        explained -= row;
    return performRun(
        school, BulkRegistration::Request::tryingAgain(soFar, *rows), *output, explained);
}

int sayNothingToRetry(const Run &run, const QString &sentence)
{
    printProblem(sentence);
    printCounts(run.counts);
    printLine(run.id);
    return exitStatusFor(run.counts);
}

} // namespace

int resumeRun(School &school, const QString &id, const CommandLine &line)
{
    const auto run = school.journal().run(id);
    if (!run)
        return failWith(run.error());
    if (run->run.state == RunState::Finished) {
        return failWith({ErrorCode::Usage,
            CommandLine::tr("The run “%1” came to its end. To send again the rows that failed in "
                            "it, use “runs retry”.")
                .arg(id)});
    }
    return goOn(school, *run, line);
}

int retryRun(School &school, const QString &id, const CommandLine &line)
{
    const auto run = school.journal().run(id);
    if (!run)
        return failWith(run.error());
    if (run->run.state == RunState::Running) {
        return failWith({ErrorCode::Usage,
            CommandLine::tr("The run “%1” has not ended. If it was interrupted, go on with it: "
                            "“runs resume”.")
                .arg(id)});
    }
    if (run->problem)
        return failWith(*run->problem);
    const auto rows = readRowsToRetry(line, *run);
    if (!rows)
        return failWith(rows.error());
    if (*rows && (*rows)->isEmpty()) {
        return sayNothingToRetry(run->run,
            CommandLine::tr("There is nothing to try again among the rows with that status."));
    }
    if (!*rows && rowsToTryAgain(run->results) == 0) {
        return sayNothingToRetry(run->run,
            CommandLine::tr("No row of this run failed or was left: there is nothing to try "
                            "again."));
    }
    return goOn(school, *run, line, *rows);
}

} // namespace Rollbook
