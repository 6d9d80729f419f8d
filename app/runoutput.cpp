// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runoutput.h"

#include "console.h"
#include "exitstatus.h"
#include "outcomesummary.h"
#include "registration/bulkregistration.h"
#include "reports/report.h"

#include <QCoreApplication>

#include <algorithm>

namespace Rollbook
{

namespace
{

Expected<ProgressLine::Style> readProgress(const CommandLine &line)
{
    const QString option = QStringLiteral("progress");
    const auto style = ProgressLine::styleFromWord(
        line.isSet(option) ? line.value(option) : QStringLiteral("auto"));
    if (!style)
        return fail(
            ErrorCode::Usage, CommandLine::tr("--progress takes auto, bar, plain or none."));
    return *style;
}

// An ending that no report has should be said before the students are registered.
Expected<QStringList> readReports(const CommandLine &line)
{
    const QStringList reports = line.values(QStringLiteral("report"));
    const QStringList endings = reportEndings();
    for (const QString &report : reports) {
        const bool known = std::any_of(endings.cbegin(), endings.cend(),
            [&](const QString &ending) { return report.endsWith(ending, Qt::CaseInsensitive); });
        if (!known) {
            return fail(ErrorCode::Usage,
                CommandLine::tr("“%1” names no kind of report. The name must end in %2.")
                    .arg(report, endings.join(QStringLiteral(", "))));
        }
    }
    return reports;
}

} // namespace

void addRunOutputOptions(CommandLine &line)
{
    line.addOption({QStringLiteral("report"),
        CommandLine::tr("Write a report; the ending chooses its kind (%1); can be given again.")
            .arg(reportEndings().join(QStringLiteral(", "))),
        QStringLiteral("FILE")});
    line.addOption({QStringLiteral("progress"),
        CommandLine::tr(
            "bar, plain (a line a second), none, or auto (default): a bar where you can "
            "see it."),
        QStringLiteral("HOW")});
}

Expected<RunOutput> readRunOutput(const CommandLine &line)
{
    const auto progress = readProgress(line);
    if (!progress)
        return tl::unexpected(progress.error());
    const auto reports = readReports(line);
    if (!reports)
        return tl::unexpected(reports.error());
    return RunOutput{*progress, *reports};
}

// Without a person to look at a window, a line when the wait begins and when it ends.
void tellWaiting(const BulkRegistration &run, const QObject &listening, ProgressLine &progress,
    const QString &about)
{
    QObject::connect(&run, &BulkRegistration::stateChanged, &listening,
        [&run, &progress, about, waited = false](BulkRegistration::State state) mutable {
            if (state == BulkRegistration::State::Waiting) {
                progress.finish();
                printProblem(CommandLine::tr("%1 Waiting for it; Ctrl+C stops.")
                                 .arg(run.progress().waiting->sentence()),
                    about);
            } else if (waited && state == BulkRegistration::State::Running) {
                printProblem(CommandLine::tr("The school is back. Going on."), about);
            }
            waited = state == BulkRegistration::State::Waiting;
        });
}

bool writeReports(
    School &school, const QList<RegisterStudentsResults> &runs, const QStringList &paths)
{
    if (paths.isEmpty())
        return true;
    // A school that cannot be reached any more has its reports without its head.
    const Letterhead letterhead = school.settings().letterhead().value_or(Letterhead());
    bool all = true;
    for (const QString &path : paths) {
        const auto written = writeReport(runs, path,
            {.format = reportFormatOf(path).value_or(ReportFormat::Csv), .letterhead = letterhead});
        if (!written)
            printProblem(written.error().sentence);
        all = all && written.has_value();
    }
    return all;
}

namespace
{

// Settled or not; an interruption cancels it.
RegisterStudentsResults performUntilItEnds(
    BulkRegistration &run, const Interruption &interruption, ProgressLine::Style progressStyle)
{
    ProgressLine progress(progressStyle);
    RegisterStudentsResults answer;
    const QObject listening;
    QObject::connect(&interruption, &Interruption::happened, &listening, [&run, &progress] {
        progress.finish();
        printProblem(CommandLine::tr("Stopping. What is on its way is waited for briefly."));
        run.cancel();
    });
    tellWaiting(run, listening, progress);
    QObject::connect(&run, &BulkRegistration::progressChanged, &listening,
        [&progress](const RunProgress &now) { progress.show(now); });
    QObject::connect(&run, &BulkRegistration::finished, &listening,
        [&answer](const RegisterStudentsResults &results) {
            answer = results;
            QCoreApplication::quit();
        });
    run.start();
    QCoreApplication::exec();
    progress.finish();
    return answer;
}

} // namespace

int performRun(School &school, const BulkRegistration::Request &request, const RunOutput &output,
    const QSet<qint32> &explained)
{
    // Until the reports are written.
    const Interruption interruption;
    // What is in doubt when it ends is not waited for: the reports say so, and then it goes.
    BulkRegistration run(school.registrar(), &school.journal(), request);
    const RegisterStudentsResults answer = performUntilItEnds(run, interruption, output.progress);
    printReasons(answer.results, explained);
    if (answer.problem)
        printProblem(answer.problem->sentence);
    printCounts(answer.run.counts);
    printLine(answer.run.id);
    const bool reported = writeReports(school, {answer}, output.reports);
    const ExitStatus status = exitStatusFor(answer);
    return status == AllRegistered && !reported ? SomeNotRegistered : status;
}

} // namespace Rollbook
