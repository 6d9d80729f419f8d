// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registeroptions.h"

#include "reports/report.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

Expected<std::optional<int>> positiveNumber(const CommandLine &line, const QString &option)
{
    if (!line.isSet(option))
        return std::nullopt;
    bool ok = false;
    const int number = line.value(option).toInt(&ok);
    if (!ok || number < 1) {
        return fail(
            ErrorCode::Usage, CommandLine::tr("--%1 takes a whole number from 1.").arg(option));
    }
    return number;
}

// True for the first word, and where the option was not given.
Expected<bool> isFirstOf(
    const CommandLine &line, const QString &option, const QString &first, const QString &second)
{
    const QString word = line.isSet(option) ? line.value(option) : first;
    if (word == first)
        return true;
    if (word == second)
        return false;
    return fail(
        ErrorCode::Usage, CommandLine::tr("--%1 takes %2 or %3.").arg(option, first, second));
}

Expected<void> readRun(const CommandLine &line, RegisterOptions &options)
{
    const auto waits = isFirstOf(
        line, QStringLiteral("when-full"), QStringLiteral("waitlist"), QStringLiteral("reject"));
    const auto creates = isFirstOf(line, QStringLiteral("unknown-students"),
        QStringLiteral("create"), QStringLiteral("reject"));
    const auto batch = positiveNumber(line, QStringLiteral("batch"));
    const auto inFlight = positiveNumber(line, QStringLiteral("in-flight"));
    for (const auto *choice : {&waits, &creates}) {
        if (!*choice)
            return tl::unexpected(choice->error());
    }
    for (const auto *number : {&batch, &inFlight}) {
        if (!*number)
            return tl::unexpected(number->error());
    }
    options.run.whenFull = *waits ? WhenFull::Waitlist : WhenFull::Reject;
    options.run.unknownStudents = *creates ? UnknownStudents::Create : UnknownStudents::Reject;
    options.batchSize = *batch;
    options.batchesInFlight = *inFlight;
    return {};
}

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

void addRegisterOptions(CommandLine &line)
{
    RosterChoice::addOptions(line);
    line.addStoreOption();
    line.addOption({QStringLiteral("when-full"),
        CommandLine::tr("What happens when a course is full: waitlist (default) or reject."),
        QStringLiteral("WHAT")});
    line.addOption({QStringLiteral("unknown-students"),
        CommandLine::tr("What happens with students whom the school does not know yet: create "
                        "(default) or reject."),
        QStringLiteral("WHAT")});
    line.addOption({QStringLiteral("dry-run"),
        CommandLine::tr(
            "Print what would happen, a line a row (row, ID, name, status, reason), and "
            "change nothing.")});
    line.addOption({QStringLiteral("report"),
        CommandLine::tr("Write a report; the ending chooses its kind (%1); can be given again.")
            .arg(reportEndings().join(QStringLiteral(", "))),
        QStringLiteral("FILE")});
    line.addOption({QStringLiteral("progress"),
        CommandLine::tr(
            "bar, plain (a line a second), none, or auto (default): a bar where you can "
            "see it."),
        QStringLiteral("HOW")});
    line.addOption({QStringLiteral("batch"), CommandLine::tr("How many rows are sent together."),
        QStringLiteral("N")});
    line.addOption({QStringLiteral("in-flight"),
        CommandLine::tr("How many batches may be on their way at once."), QStringLiteral("N")});
}

Expected<RegisterOptions> readRegisterOptions(const CommandLine &line)
{
    RegisterOptions options;
    const auto roster = RosterChoice::from(line);
    if (!roster)
        return tl::unexpected(roster.error());
    if (const auto read = readRun(line, options); !read)
        return tl::unexpected(read.error());
    const auto progress = readProgress(line);
    if (!progress)
        return tl::unexpected(progress.error());
    const auto reports = readReports(line);
    if (!reports)
        return tl::unexpected(reports.error());
    options.roster = *roster;
    options.progress = *progress;
    options.reports = *reports;
    options.dryRun = line.isSet(QStringLiteral("dry-run"));
    return options;
}

} // namespace Rollbook
