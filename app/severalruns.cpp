// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "severalruns.h"

#include "console.h"
#include "dryrun.h"
#include "exitstatus.h"
#include "outcomesummary.h"
#include "runsinturn.h"

namespace Rollbook
{

namespace
{

// In the place of the id of a run that never began.
constexpr QLatin1StringView NoRun("-");

void sayProblems(const ListRun &list)
{
    for (const QString &problem : list.problems)
        printProblem(problem, list.name);
}

StatusCounts &operator+=(StatusCounts &sum, const StatusCounts &counts)
{
    for (int i = 0; i < RegistrationStatusCount; ++i) {
        const auto status = static_cast<RegistrationStatus>(i);
        sum.add(status, counts[status]);
    }
    return sum;
}

// A list whose turn did not come.
RegisterStudentsResults notBegun(const BulkRegistration::Request &request)
{
    RegisterStudentsResults results;
    results.run = Run::begin(request.rosterName, request.courses, request.options);
    // No school knows of it.
    results.run.id.clear();
    results.run.startedAt = {};
    results.run.state = RunState::Cancelled;
    results.students = request.students;
    results.courses = request.courses;
    for (qint32 row = 0; row < request.students.size(); ++row) {
        const auto rejected = request.rejectedRows.constFind(row);
        results.results += rejected == request.rejectedRows.cend()
            ? notAttemptedRow(row, ReasonCode::Cancelled)
            : rejectedRow(row, rejected->code, rejected->argument);
        results.run.counts.add(results.results.constLast().status());
    }
    return results;
}

void printSummary(const ListRun &list, const RegisterStudentsResults &results)
{
    printReasons(results.results, list.explained, list.name);
    if (results.problem)
        printProblem(results.problem->sentence, list.name);
    printLine(list.name);
    printCounts(results.run.counts);
    printLine(results.run.id.isEmpty() ? QString(NoRun) : results.run.id);
}

void printSum(const StatusCounts &sum, qsizetype lists)
{
    printLine(CommandLine::tr("All %n list(s)", nullptr, static_cast<int>(lists)));
    printCounts(sum);
}

QStringList sharedCourses(const QList<ListRun> &lists)
{
    QStringList seen;
    QStringList shared;
    for (const ListRun &list : lists) {
        for (const CourseRef &course : list.request.courses.courses()) {
            const QString name = CourseAssignment(course).displayName();
            if (!seen.contains(name))
                seen += name;
            else if (!shared.contains(name))
                shared += name;
        }
    }
    return shared;
}

} // namespace

int performRuns(School &school, const QList<ListRun> &lists, const RunOutput &output)
{
    // Until the reports are written.
    const Interruption interruption;
    QList<RegisterStudentsResults> answers;
    StatusCounts sum;
    int status = AllRegistered;
    RunsInTurn runs(school, lists, output.progress);
    QObject::connect(&interruption, &Interruption::happened, &runs, &RunsInTurn::cancel);
    QObject::connect(
        &runs, &RunsInTurn::reached, &runs, [&](qint32 list) { sayProblems(lists[list]); });
    QObject::connect(&runs, &RunsInTurn::ended, &runs,
        [&](qint32 list, const std::optional<RegisterStudentsResults> &ended) {
            const RegisterStudentsResults answer = ended ? *ended : notBegun(lists[list].request);
            printSummary(lists[list], answer);
            sum += answer.run.counts;
            status = worst(status, exitStatusFor(answer));
            answers += answer;
        });
    runs.perform();
    printSum(sum, lists.size());
    const bool reported = writeReports(school, answers, output.reports);
    return reported ? status : worst(status, SomeNotRegistered);
}

int printPlans(Registrar &registrar, const QList<ListRun> &lists)
{
    StatusCounts sum;
    int status = AllRegistered;
    for (const ListRun &list : lists) {
        sayProblems(list);
        printLine(list.name);
        const Expected<StatusCounts> counts = printPlan(registrar, list.request);
        if (!counts) {
            printProblem(counts.error().sentence, list.name);
            status = worst(status, exitStatusFor(counts.error().code));
            continue;
        }
        sum += *counts;
        status = worst(status, exitStatusFor(*counts));
    }
    printSum(sum, lists.size());
    const QStringList shared = sharedCourses(lists);
    if (!shared.isEmpty()) {
        printProblem(
            CommandLine::tr("Several lists want %1. Each is shown as if it came first; the "
                            "seats will go to the lists in the order given.")
                .arg(shared.join(QStringLiteral(", "))));
    }
    return status;
}

} // namespace Rollbook
