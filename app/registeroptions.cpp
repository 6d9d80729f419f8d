// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registeroptions.h"

#include "reports/report.h"

#include <QCoreApplication>

namespace Rollbook
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Rollbook::CommandLine", text);
}

Expected<std::optional<int>> positiveNumber(const CommandLine &line, const QString &option)
{
    if (!line.isSet(option))
        return std::nullopt;
    bool ok = false;
    const int number = line.value(option).toInt(&ok);
    if (!ok || number < 1)
        return fail(ErrorCode::Usage, tr("--%1 takes a whole number from 1.").arg(option));
    return number;
}

Expected<bool> firstOfTwo(
    const CommandLine &line, const QString &option, const QString &first, const QString &second)
{
    const QString word = line.isSet(option) ? line.value(option) : first;
    if (word == first)
        return true;
    if (word == second)
        return false;
    return fail(ErrorCode::Usage, tr("--%1 takes %2 or %3.").arg(option, first, second));
}

Expected<void> readRun(const CommandLine &line, RegisterOptions &options)
{
    const auto waits = firstOfTwo(line, QStringLiteral("when-full"), QStringLiteral("waitlist"),
        QStringLiteral("reject"));
    const auto creates = firstOfTwo(line, QStringLiteral("unknown-students"),
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

Expected<void> readOutput(const CommandLine &line, RegisterOptions &options)
{
    const QString word = line.isSet(QStringLiteral("progress"))
        ? line.value(QStringLiteral("progress"))
        : QStringLiteral("auto");
    const auto style = ProgressLine::styleFromWord(word);
    if (!style)
        return fail(ErrorCode::Usage, tr("--progress takes auto, bar, plain or none."));
    options.progress = *style;
    options.reports = line.values(QStringLiteral("report"));
    const QStringList endings = reportEndings();
    for (const QString &report : std::as_const(options.reports)) {
        const bool known = std::any_of(endings.cbegin(), endings.cend(),
            [&](const QString &ending) { return report.endsWith(ending, Qt::CaseInsensitive); });
        if (!known) {
            return fail(ErrorCode::Usage,
                tr("“%1” names no kind of report. The name must end in %2.")
                    .arg(report, endings.join(QStringLiteral(", "))));
        }
    }
    return {};
}

} // namespace

void addMapOption(CommandLine &line)
{
    line.addOption({QStringLiteral("map"),
        tr("Which column holds a field, such as student_id=“Reg. no.”; can be given again."),
        QStringLiteral("FIELD=HEADER")});
    line.addOption({QStringLiteral("sheet"), tr("Which sheet of a workbook."),
        QStringLiteral("NAME")});
}

Expected<RosterOptions> readMapOption(const CommandLine &line)
{
    if (line.isSet(QStringLiteral("sheet"))) {
        return fail(ErrorCode::Usage,
            tr("--sheet is for workbooks, which this version cannot read yet. Save the sheet as CSV "
               "(UTF-8)."));
    }
    RosterOptions options;
    const QStringList mappings = line.values(QStringLiteral("map"));
    for (const QString &mapping : mappings) {
        const auto equals = mapping.indexOf(u'=');
        const QString name = mapping.left(qMax<qsizetype>(equals, 0));
        bool found = false;
        QStringList names;
        for (int i = 0; i < StudentFieldCount; ++i) {
            const auto field = static_cast<StudentField>(i);
            names += canonicalName(field);
            if (canonicalName(field) == name) {
                options.mapping.insert(field, mapping.mid(equals + 1));
                found = true;
            }
        }
        if (!found) {
            return fail(ErrorCode::Usage,
                tr("--map %1: write it as FIELD=HEADER with one of the fields %2.")
                    .arg(mapping, names.join(QStringLiteral(", "))));
        }
    }
    return options;
}

void addRegisterOptions(CommandLine &line)
{
    line.addOption({QStringLiteral("roster"), tr("The class list."), QStringLiteral("FILE")});
    line.addOption({QStringLiteral("course"),
        tr("The course; without it, the list's course column says it for each row."),
        QStringLiteral("CODE")});
    line.addOption({QStringLiteral("term"), tr("Which term's course, when a code comes again."),
        QStringLiteral("TERM")});
    line.addStoreOption();
    addMapOption(line);
    line.addOption({QStringLiteral("in-flight"), tr("How many batches may be on their way at once."),
        QStringLiteral("N")});
    line.addOption({QStringLiteral("batch"), tr("How many rows go in a batch."), QStringLiteral("N")});
    line.addOption({QStringLiteral("when-full"), tr("waitlist (default) or reject."),
        QStringLiteral("WHAT")});
    line.addOption({QStringLiteral("unknown-students"), tr("create (default) or reject."),
        QStringLiteral("WHAT")});
    line.addOption({QStringLiteral("dry-run"), tr("Print what would happen, change nothing.")});
    line.addOption({QStringLiteral("report"),
        tr("Write a report; the ending chooses the format (.csv, .json); can be given again."),
        QStringLiteral("FILE")});
    line.addOption({QStringLiteral("progress"), tr("auto (default), bar, plain or none."),
        QStringLiteral("HOW")});
}

Expected<RegisterOptions> readRegisterOptions(const CommandLine &line)
{
    RegisterOptions options;
    options.roster = line.value(QStringLiteral("roster"));
    if (options.roster.isEmpty())
        return fail(ErrorCode::Usage, tr("Name the class list: --roster FILE."));
    if (line.values(QStringLiteral("roster")).size() > 1 || !line.positional().isEmpty())
        return fail(ErrorCode::Usage, tr("This version takes one --roster at a time."));
    const auto mapping = readMapOption(line);
    if (!mapping)
        return tl::unexpected(mapping.error());
    options.rosterOptions = *mapping;
    options.course = line.value(QStringLiteral("course"));
    options.term = line.value(QStringLiteral("term"));
    options.dryRun = line.isSet(QStringLiteral("dry-run"));
    if (const auto read = readRun(line, options); !read)
        return tl::unexpected(read.error());
    if (const auto read = readOutput(line, options); !read)
        return tl::unexpected(read.error());
    return options;
}

} // namespace Rollbook
