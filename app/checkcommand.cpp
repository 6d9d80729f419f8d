// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"

#include "commandline.h"
#include "console.h"
#include "exitstatus.h"
#include "registeroptions.h"
#include "registration/assigncourses.h"

#include <QCoreApplication>

namespace Rollbook
{

namespace
{

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("Rollbook::CommandLine", text, nullptr, n);
}

void printProblems(const Roster &roster)
{
    printHeader({tr("row"), tr("column"), tr("severity"), tr("problem")});
    for (const RosterProblem &problem : roster.problems) {
        printCells({QString::number(problem.row + 1), roster.headers.value(problem.column),
            problem.severity == RosterProblem::Severity::Error ? QStringLiteral("error")
                                                               : QStringLiteral("warning"),
            problem.sentence});
    }
}

// The course that is asked for, or those that the rows name; how many rows name none.
Expected<int> checkCourses(const CommandLine &line, const Roster &roster)
{
    const QString code = line.value(QStringLiteral("course"));
    if (code.isEmpty() && !line.isSet(QStringLiteral("store")))
        return 0;
    const Expected<std::unique_ptr<School>> school = line.openStore();
    if (!school)
        return tl::unexpected(school.error());
    const CourseCatalogue &courses = (*school)->courses();
    if (code.isEmpty() && !roster.hasCourseColumn())
        return 0;
    const Expected<AssignedCourses> assigned = code.isEmpty()
        ? assignCoursesByRow(courses, roster.students)
        : assignCourse(courses, code);
    if (!assigned)
        return tl::unexpected(assigned.error());
    QList<qint32> rows = assigned->rejectedRows.keys();
    std::sort(rows.begin(), rows.end());
    for (const qint32 row : std::as_const(rows)) {
        const RegistrationError &error = assigned->rejectedRows[row];
        if (!error.argument.isEmpty())
            printCells({QString::number(row + 1), canonicalName(StudentField::Course),
                QStringLiteral("error"), explain(rejectedRow(row, error.code, error.argument))});
    }
    return static_cast<int>(rows.size());
}

} // namespace

int checkCommand(const QStringList &arguments)
{
    CommandLine line(tr("Prints every problem of a class list, changes nothing."), arguments);
    line.addOption({QStringLiteral("roster"), tr("The class list."), QStringLiteral("FILE")});
    line.addOption({QStringLiteral("course"), tr("A course that must exist."),
        QStringLiteral("CODE")});
    line.addStoreOption();
    addMapOption(line);
    if (const auto status = line.parse())
        return *status;
    if (!line.isSet(QStringLiteral("roster")))
        return failWith({ErrorCode::Usage, tr("Name the class list: --roster FILE.")});
    const Expected<RosterOptions> options = readMapOption(line);
    if (!options)
        return failWith(options.error());
    const Expected<Roster> roster = readRoster(line.value(QStringLiteral("roster")), *options);
    if (!roster)
        return failWith(roster.error());
    printProblems(*roster);
    const Expected<int> withoutCourse = checkCourses(line, *roster);
    if (!withoutCourse)
        return failWith(withoutCourse.error());
    const bool clean = *withoutCourse == 0 && roster->rejectedRows().isEmpty();
    if (roster->problems.isEmpty() && clean)
        printProblem(tr("%n student(s), no problems.", roster->size()));
    return clean ? AllRegistered : SomeNotRegistered;
}

} // namespace Rollbook
