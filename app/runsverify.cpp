// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"

#include "commandline.h"
#include "console.h"
#include "exitstatus.h"

namespace Rollbook
{

int verifyRuns(School &school, const QString & /*run*/, const CommandLine & /*line*/)
{
    const auto found = school.audit().verify();
    if (!found)
        return failWith(found.error());
    printLine(
        CommandLine::tr("%n entry(ies) were checked.", nullptr, static_cast<int>(found->entries)));
    printLine(CommandLine::tr("%n run(s) were compared with what was recorded when they ended.",
        nullptr, static_cast<int>(found->sealedRuns)));
    if (found->isIntact()) {
        printLine(CommandLine::tr("The history is as it was written. Its last entry: %1")
                      .arg(found->lastHash));
        return AllRegistered;
    }
    if (found->firstBreak)
        printLine(explain(*found->firstBreak));
    for (const ChangedRun &changed : found->changedRuns)
        printLine(explain(changed));
    printProblem(
        CommandLine::tr("The history was changed by something other than Rollbook. Keep the file "
                        "as it is, and compare it with a backup."));
    return SomeNotRegistered;
}

int listAudit(School &school, const QString &run, const CommandLine & /*line*/)
{
    const auto entries = run.isEmpty() ? school.audit().entries() : school.audit().entriesOf(run);
    if (!entries)
        return failWith(entries.error());
    printHeader({CommandLine::tr("entry"), CommandLine::tr("date"), CommandLine::tr("who"),
        CommandLine::tr("action"), CommandLine::tr("run"), CommandLine::tr("about"),
        CommandLine::tr("what happened"), CommandLine::tr("hash")});
    for (const AuditEntry &entry : *entries) {
        printCells({QString::number(entry.number), entry.at.toString(Qt::ISODate), entry.who,
            auditActionWord(entry.action), entry.run, entry.subject, entry.content, entry.hash});
    }
    return AllRegistered;
}

} // namespace Rollbook
