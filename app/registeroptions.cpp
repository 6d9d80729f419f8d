// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registeroptions.h"

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
    addRunOutputOptions(line);
    line.addOption({QStringLiteral("batch"), CommandLine::tr("How many rows are sent together."),
        QStringLiteral("N")});
    line.addOption({QStringLiteral("in-flight"),
        CommandLine::tr("How many batches may be on their way at once."), QStringLiteral("N")});
}

Expected<RegisterOptions> readRegisterOptions(const CommandLine &line)
{
    RegisterOptions options;
    const auto rosters = RosterChoice::from(line);
    if (!rosters)
        return tl::unexpected(rosters.error());
    if (const auto read = readRun(line, options); !read)
        return tl::unexpected(read.error());
    const auto output = readRunOutput(line);
    if (!output)
        return tl::unexpected(output.error());
    options.rosters = *rosters;
    options.output = *output;
    options.dryRun = line.isSet(QStringLiteral("dry-run"));
    return options;
}

} // namespace Rollbook
