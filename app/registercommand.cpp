// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"

#include "commandline.h"
#include "console.h"
#include "dryrun.h"
#include "exitstatus.h"
#include "registeroptions.h"
#include "registration/bulkregistration.h"
#include "roster/rosterhash.h"
#include "severalruns.h"

#include <QFileInfo>

namespace Rollbook
{

namespace
{

BulkRegistration::Request requestFor(const RegisterOptions &options, const RosterChoice &choice,
    const Roster &roster, const AssignedCourses &assigned, const School &school)
{
    BulkRegistration::Request request;
    request.students = roster.students;
    request.courses = assigned.courses;
    request.options = options.run;
    request.rosterName = roster.name;
    request.rosterPath = QFileInfo(choice.path()).absoluteFilePath();
    request.rosterHash = hashOfRoster(choice.path());
    request.registrarName = school.displayName();
    request.columns = ListColumns::of(roster.headers, roster.students);
    request.rejectedRows = assigned.rejectedRows;
    request.rejectedRows.insert(roster.rejectedRows());
    request.batchSize = options.batchSize;
    request.batchesInFlight = options.batchesInFlight;
    return request;
}

Expected<QList<Roster>> readAll(const RegisterOptions &options)
{
    QList<Roster> rosters;
    for (const RosterChoice &choice : options.rosters) {
        const Expected<Roster> roster = choice.read();
        if (!roster)
            return tl::unexpected(roster.error());
        rosters += *roster;
    }
    return rosters;
}

// The file's name; where several have the same, as they were given.
QStringList namesOf(const QList<Roster> &rosters, const QList<RosterChoice> &choices)
{
    QStringList names;
    for (const Roster &roster : rosters)
        names += roster.name;
    QStringList unique;
    for (qsizetype i = 0; i < names.size(); ++i)
        unique += names.count(names[i]) == 1 ? names[i] : choices[i].path();
    return unique;
}

Expected<QList<ListRun>> prepareRuns(
    const RegisterOptions &options, const QList<Roster> &rosters, School &school)
{
    const bool several = rosters.size() > 1;
    const QStringList names = namesOf(rosters, options.rosters);
    QList<ListRun> lists;
    for (qsizetype i = 0; i < rosters.size(); ++i) {
        const RosterChoice &choice = options.rosters[i];
        const Roster &roster = rosters[i];
        const auto assigned = several ? choice.assignOrGuess(school.courses(), roster)
                                      : choice.assign(school.courses(), roster);
        if (!assigned)
            return tl::unexpected(assigned.error());
        ListRun list{several ? names[i] : QString(),
            requestFor(options, choice, roster, *assigned, school), {}, {}};
        for (const RosterProblem &problem : roster.problems) {
            list.problems += problem.sentence(roster.headers);
            if (problem.severity == RosterProblem::Severity::Error)
                list.explained += problem.row;
        }
        lists += list;
    }
    return lists;
}

int registerOne(School &school, const RegisterOptions &options, const ListRun &list)
{
    for (const QString &problem : list.problems)
        printProblem(problem);
    if (!options.dryRun)
        return performRun(school, list.request, options.output, list.explained);
    const auto counts = printPlan(school.registrar(), list.request);
    return counts ? exitStatusFor(*counts) : failWith(counts.error());
}

int registerRosters(School &school, const RegisterOptions &options, const QList<Roster> &rosters)
{
    const Expected<QList<ListRun>> lists = prepareRuns(options, rosters, school);
    if (!lists)
        return failWith(lists.error());
    if (options.dryRun && !options.output.reports.isEmpty())
        printProblem(CommandLine::tr("Nothing is registered, so no report is written."));
    if (lists->size() == 1)
        return registerOne(school, options, lists->first());
    return options.dryRun ? printPlans(school.registrar(), *lists)
                          : performRuns(school, *lists, options.output);
}

} // namespace

int registerCommand(const QStringList &arguments)
{
    CommandLine line(
        CommandLine::tr("Registers every student of a class list in a course. Of several lists, in "
                        "their order: a heading and the counts of each, then those of all, and "
                        "one report with all of them."),
        arguments);
    addRegisterOptions(line);
    if (const auto status = line.parse())
        return *status;
    const Expected<RegisterOptions> options = readRegisterOptions(line);
    if (!options)
        return failWith(options.error());
    // Before the school is opened: that may make a database, which a wrong list should not.
    const Expected<QList<Roster>> rosters = readAll(*options);
    if (!rosters)
        return failWith(rosters.error());
    if (rosters->size() == 1 && !options->rosters.first().namesCourse()
        && !rosters->first().hasCourseColumn()) {
        return failWith({ErrorCode::Usage,
            CommandLine::tr("Name the course with --course CODE: the list has no course column.")});
    }
    const Expected<std::unique_ptr<School>> school =
        line.openStore(options->dryRun ? MissingSchool::Refuse : MissingSchool::Make);
    if (!school)
        return failWith(school.error());
    return registerRosters(**school, *options, *rosters);
}

} // namespace Rollbook
