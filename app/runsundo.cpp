// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"

#include "commandline.h"
#include "console.h"
#include "exitstatus.h"

namespace Rollbook
{

namespace
{

using Explain = QString (*)(const UndoResult &);

void printRows(const UndoneRun &undone, Explain explainRow)
{
    printHeader({CommandLine::tr("row"), CommandLine::tr("ID"), CommandLine::tr("name"),
        CommandLine::tr("course"), CommandLine::tr("status"), CommandLine::tr("what happened")});
    for (const UndoResult &result : undone.results) {
        printCells({QString::number(result.row + 1),
            undone.students.text(result.row, StudentField::StudentId),
            undone.students.displayName(result.row), undone.courses.courseOf(result.row).code,
            undoStatusWord(result.status), explainRow(result)});
    }
}

void printUndoCounts(const UndoCounts &counts)
{
    for (int i = 0; i < UndoStatusCount; ++i) {
        const auto status = static_cast<UndoStatus>(i);
        printCells({undoStatusWord(status), QString::number(counts[status])});
    }
}

} // namespace

int undoRun(School &school, const QString &id, const CommandLine &line)
{
    if (!school.registrar().capabilities().canUndo) {
        return failWith({ErrorCode::Unsupported,
            CommandLine::tr("Runs of the school “%1” cannot be undone.")
                .arg(school.displayName())});
    }
    const bool dryRun = line.isSet(QStringLiteral("dry-run"));
    const auto undone = dryRun ? school.undo().preview(id) : school.undo().undo(id);
    if (!undone)
        return failWith(undone.error());
    const UndoCounts &counts = undone->undo.undoCounts;
    printRows(
        *undone, dryRun ? static_cast<Explain>(&explainPlanned) : static_cast<Explain>(&explain));
    printUndoCounts(counts);
    if (!dryRun)
        printLine(undone->undo.id);
    return counts.leftAsItIs == 0 ? AllRegistered : SomeNotRegistered;
}

int showUndo(School &school, const QString &id)
{
    const auto undone = school.undo().recorded(id);
    if (!undone)
        return failWith(undone.error());
    printRows(*undone, &explain);
    return AllRegistered;
}

} // namespace Rollbook
