// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"

#include "commandline.h"
#include "console.h"
#include "exitstatus.h"
#include "interruption.h"
#include "registeroptions.h"
#include "registration/assigncourses.h"
#include "registration/bulkregistration.h"
#include "reports/report.h"

#include <QCoreApplication>
#include <QEventLoop>

namespace Rollbook
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Rollbook::CommandLine", text);
}

Expected<BulkRegistration::Request> prepare(
    const RegisterOptions &options, const CourseCatalogue &catalogue)
{
    const Expected<Roster> roster = readRoster(options.roster, options.rosterOptions);
    if (!roster)
        return tl::unexpected(roster.error());
    if (options.course.isEmpty() && !roster->hasCourseColumn()) {
        return fail(ErrorCode::Usage,
            tr("Name the course with --course CODE: the list has no course column."));
    }
    const Expected<AssignedCourses> assigned = options.course.isEmpty()
        ? assignCoursesByRow(catalogue, roster->students, options.term)
        : assignCourse(catalogue, options.course, options.term);
    if (!assigned)
        return tl::unexpected(assigned.error());

    for (const RosterProblem &problem : roster->problems)
        printProblem(problem.sentence);
    BulkRegistration::Request request;
    request.students = roster->students;
    request.courses = assigned->courses;
    request.options = options.run;
    request.rosterName = roster->name;
    request.rejectedRows = assigned->rejectedRows;
    request.rejectedRows.insert(roster->rejectedRows());
    request.batchSize = options.batchSize;
    request.batchesInFlight = options.batchesInFlight;
    return request;
}

void printSummary(const StatusCounts &counts)
{
    for (int i = 0; i < RegistrationStatusCount; ++i) {
        const auto status = static_cast<RegistrationStatus>(i);
        printCells({statusWord(status), QString::number(counts[status])});
    }
}

int exitStatusOf(const RegisterStudentsResults &results, bool interrupted)
{
    if (interrupted && results.run.state == RunState::Cancelled)
        return Interrupted;
    if (results.problem)
        return exitStatusFor(results.problem->code);
    const StatusCounts &counts = results.run.counts;
    const int missing = counts[RegistrationStatus::Rejected] + counts[RegistrationStatus::Failed]
        + counts[RegistrationStatus::NotAttempted];
    return missing == 0 ? AllRegistered : SomeNotRegistered;
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

int registerStudents(
    School &school, const RegisterOptions &options, const BulkRegistration::Request &request)
{
    BulkRegistration run(school.registrar(), &school.journal(), request);
    ProgressLine progress(options.progress);
    Interruption interruption;
    RegisterStudentsResults answer;
    QEventLoop loop;
    QObject::connect(&interruption, &Interruption::happened, &run, &BulkRegistration::cancel);
    QObject::connect(&run, &BulkRegistration::progressChanged, &run,
        [&progress](const RunProgress &now) { progress.show(now); });
    QObject::connect(&run, &BulkRegistration::finished, &run,
        [&](const RegisterStudentsResults &results) {
            answer = results;
            loop.quit();
        });
    run.start();
    loop.exec();
    progress.finish();

    if (answer.problem)
        printProblem(answer.problem->sentence);
    printSummary(answer.run.counts);
    printLine(answer.run.id);
    const int status = exitStatusOf(answer, interruption.hasHappened());
    if (!writeReports(answer, options.reports) && status == AllRegistered)
        return SomeNotRegistered;
    return status;
}

int printPlan(School &school, const BulkRegistration::Request &request)
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
    QFuture<RegistrationResults> plan = school.registrar().plan(batch);
    plan.waitForFinished();
    if (plan.resultCount() == 0) {
        return failWith({ErrorCode::StoreUnavailable,
            tr("The school could not say what would happen. Nothing was changed.")});
    }
    results += plan.result();
    std::sort(results.begin(), results.end(),
        [](const auto &a, const auto &b) { return a.row < b.row; });
    StatusCounts counts;
    for (const StudentRegistrationResult &result : std::as_const(results)) {
        counts.add(result.status());
        printCells({QString::number(result.row + 1),
            request.students.text(result.row, StudentField::StudentId),
            request.students.displayName(result.row), statusWord(result.status()),
            explainPlanned(result)});
    }
    printSummary(counts);
    RegisterStudentsResults planned;
    planned.run.counts = counts;
    return exitStatusOf(planned, false);
}

} // namespace

int registerCommand(const QStringList &arguments)
{
    CommandLine line(tr("Registers every student of a class list in a course."), arguments);
    addRegisterOptions(line);
    if (const auto status = line.parse())
        return *status;
    const Expected<RegisterOptions> options = readRegisterOptions(line);
    if (!options)
        return failWith(options.error());
    const Expected<std::unique_ptr<School>> school = line.openStore();
    if (!school)
        return failWith(school.error());
    const Expected<BulkRegistration::Request> request = prepare(*options, (*school)->courses());
    if (!request)
        return failWith(request.error());
    return options->dryRun ? printPlan(**school, *request)
                           : registerStudents(**school, *options, *request);
}

} // namespace Rollbook
