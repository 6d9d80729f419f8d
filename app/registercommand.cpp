// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"

#include "commandline.h"
#include "console.h"
#include "dryrun.h"
#include "exitstatus.h"
#include "interruption.h"
#include "outcomesummary.h"
#include "registeroptions.h"
#include "registration/bulkregistration.h"
#include "reports/report.h"

#include <QCoreApplication>

namespace Rollbook
{

namespace
{

Expected<BulkRegistration::Request> requestFor(
    const RegisterOptions &options, const Roster &roster, const CourseCatalogue &catalogue)
{
    const Expected<AssignedCourses> assigned = options.roster.assign(catalogue, roster);
    if (!assigned)
        return tl::unexpected(assigned.error());
    BulkRegistration::Request request;
    request.students = roster.students;
    request.courses = assigned->courses;
    request.options = options.run;
    request.rosterName = roster.name;
    request.rejectedRows = assigned->rejectedRows;
    request.rejectedRows.insert(roster.rejectedRows());
    request.batchSize = options.batchSize;
    request.batchesInFlight = options.batchesInFlight;
    return request;
}

// The rows that cannot be registered for what was said.
QSet<qint32> printProblems(const Roster &roster)
{
    QSet<qint32> rows;
    for (const RosterProblem &problem : roster.problems) {
        printProblem(problem.sentence(roster.headers));
        if (problem.severity == RosterProblem::Severity::Error)
            rows += problem.row;
    }
    return rows;
}

// Without a person to look at a window, a line when the wait begins and when it ends.
void tellWaiting(const BulkRegistration &run, ProgressLine &progress)
{
    QObject::connect(&run, &BulkRegistration::stateChanged, &run,
        [&run, &progress, waited = false](BulkRegistration::State state) mutable {
            if (state == BulkRegistration::State::Waiting) {
                progress.finish();
                printProblem(CommandLine::tr("%1 Waiting for it; Ctrl+C stops.")
                                 .arg(run.progress().waiting->sentence()));
            } else if (waited && state == BulkRegistration::State::Running) {
                printProblem(CommandLine::tr("The school is back. Going on."));
            }
            waited = state == BulkRegistration::State::Waiting;
        });
}

// The answer of the run; returns when it has ended.
RegisterStudentsResults perform(School &school, const BulkRegistration::Request &request,
    const Interruption &interruption, ProgressLine progress)
{
    BulkRegistration run(school.registrar(), &school.journal(), request);
    RegisterStudentsResults answer;
    QObject::connect(&interruption, &Interruption::happened, &run, [&run, &progress] {
        progress.finish();
        printProblem(CommandLine::tr("Stopping. What is on its way is finished first."));
        run.cancel();
    });
    tellWaiting(run, progress);
    QObject::connect(&run, &BulkRegistration::progressChanged, &run,
        [&progress](const RunProgress &now) { progress.show(now); });
    QObject::connect(
        &run, &BulkRegistration::finished, &run, [&answer](const RegisterStudentsResults &results) {
            answer = results;
            QCoreApplication::quit();
        });
    run.start();
    QCoreApplication::exec();
    progress.finish();
    return answer;
}

// True when all were written; what could not be is said.
bool writeReports(const RegisterStudentsResults &results, const QStringList &paths)
{
    bool all = true;
    for (const QString &path : paths) {
        const auto written = writeReport(results, path);
        if (!written)
            printProblem(written.error().sentence);
        all = all && written.has_value();
    }
    return all;
}

int registerRoster(School &school, const RegisterOptions &options, const Roster &roster)
{
    const auto request = requestFor(options, roster, school.courses());
    if (!request)
        return failWith(request.error());
    const QSet<qint32> explained = printProblems(roster);
    if (options.dryRun) {
        if (!options.reports.isEmpty())
            printProblem(CommandLine::tr("Nothing is registered, so no report is written."));
        return printPlan(school.registrar(), *request);
    }
    // Until the reports are written.
    const Interruption interruption;
    const RegisterStudentsResults answer =
        perform(school, *request, interruption, ProgressLine(options.progress));
    printReasons(answer.results, explained);
    if (answer.problem)
        printProblem(answer.problem->sentence);
    printCounts(answer.run.counts);
    printLine(answer.run.id);
    const bool reported = writeReports(answer, options.reports);
    const ExitStatus status = exitStatusFor(answer);
    return status == AllRegistered && !reported ? SomeNotRegistered : status;
}

} // namespace

int registerCommand(const QStringList &arguments)
{
    CommandLine line(
        CommandLine::tr("Registers every student of a class list in a course."), arguments);
    addRegisterOptions(line);
    if (const auto status = line.parse())
        return *status;
    const Expected<RegisterOptions> options = readRegisterOptions(line);
    if (!options)
        return failWith(options.error());
    // Before the school is opened: that may make a database, which a wrong list should not.
    const Expected<Roster> roster = options->roster.read();
    if (!roster)
        return failWith(roster.error());
    if (!options->roster.namesCourse() && !roster->hasCourseColumn()) {
        return failWith({ErrorCode::Usage,
            CommandLine::tr("Name the course with --course CODE: the list has no course column.")});
    }
    const Expected<std::unique_ptr<School>> school =
        line.openStore(options->dryRun ? MissingSchool::Refuse : MissingSchool::Make);
    if (!school)
        return failWith(school.error());
    return registerRoster(**school, *options, *roster);
}

} // namespace Rollbook
