// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"

#include "commandline.h"
#include "console.h"
#include "exitstatus.h"

#include <QCoreApplication>

namespace Rollbook
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Rollbook::CommandLine", text);
}

QString countsOf(const Run &run)
{
    QStringList parts;
    for (int i = 0; i < RegistrationStatusCount; ++i) {
        const auto status = static_cast<RegistrationStatus>(i);
        if (run.counts[status] > 0)
            parts += QStringLiteral("%1=%2").arg(statusWord(status)).arg(run.counts[status]);
    }
    return parts.join(u' ');
}

int listRuns(School &school)
{
    const auto runs = school.journal().runs();
    if (!runs)
        return failWith(runs.error());
    printHeader({tr("id"), tr("started"), tr("course"), tr("roster"), tr("state"), tr("counts")});
    for (const Run &run : *runs)
        printCells({run.id, run.startedAt.toUTC().toString(Qt::ISODate), run.courseName,
            run.rosterName, runStateWord(run.state), countsOf(run)});
    return AllRegistered;
}

int showRun(School &school, const QString &id)
{
    const auto run = school.journal().run(id);
    if (!run)
        return failWith(run.error());
    printHeader({tr("row"), tr("ID"), tr("name"), tr("course"), tr("status"), tr("what happened")});
    for (const StudentRegistrationResult &result : run->results)
        printCells({QString::number(result.row + 1),
            run->students.text(result.row, StudentField::StudentId),
            run->students.displayName(result.row), run->courses.courseOf(result.row).code,
            statusWord(result.status()), explain(result)});
    return AllRegistered;
}

} // namespace

int runsCommand(const QStringList &arguments)
{
    CommandLine line(tr("Earlier runs."), arguments);
    line.addPositional(
        QStringLiteral("action"), tr("list or show"), QStringLiteral("list | show ID"));
    line.addStoreOption();
    if (const auto status = line.parse())
        return *status;
    const QStringList words = line.positional();
    const bool isList = words == QStringList{QStringLiteral("list")};
    const bool isShow = words.size() == 2 && words.first() == QStringLiteral("show");
    if (!isList && !isShow)
        return failWith({ErrorCode::Usage, tr("Write it as: runs list | show ID")});
    const Expected<std::unique_ptr<School>> school = line.openStore();
    if (!school)
        return failWith(school.error());
    return isList ? listRuns(**school) : showRun(**school, words.at(1));
}

} // namespace Rollbook
