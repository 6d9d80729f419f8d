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

#include <QFileInfo>

namespace Rollbook
{

namespace
{

Expected<BulkRegistration::Request> requestFor(
    const RegisterOptions &options, const Roster &roster, School &school)
{
    const Expected<AssignedCourses> assigned = options.roster.assign(school.courses(), roster);
    if (!assigned)
        return tl::unexpected(assigned.error());
    BulkRegistration::Request request;
    request.students = roster.students;
    request.courses = assigned->courses;
    request.options = options.run;
    request.rosterName = roster.name;
    request.rosterPath = QFileInfo(options.roster.path()).absoluteFilePath();
    request.rosterHash = hashOfRoster(options.roster.path());
    request.registrarName = school.displayName();
    request.rejectedRows = assigned->rejectedRows;
    request.rejectedRows.insert(roster.rejectedRows());
    request.batchSize = options.batchSize;
    request.batchesInFlight = options.batchesInFlight;
    return request;
}

// The rows that cannot be registered for what was said.
QSet<qint32> printProblems(const Roster &roster)
{
    QSet<qint32> rows;
    for (const RosterProblem &problem : roster.problems) {
        printProblem(problem.sentence(roster.headers));
        if (problem.severity == RosterProblem::Severity::Error)
            rows += problem.row;
    }
    return rows;
}

int registerRoster(School &school, const RegisterOptions &options, const Roster &roster)
{
    const auto request = requestFor(options, roster, school);
    if (!request)
        return failWith(request.error());
    const QSet<qint32> explained = printProblems(roster);
    if (options.dryRun) {
        if (!options.output.reports.isEmpty())
            printProblem(CommandLine::tr("Nothing is registered, so no report is written."));
        return printPlan(school.registrar(), *request);
    }
    return performRun(school, *request, options.output, explained);
}

} // namespace

int registerCommand(const QStringList &arguments)
{
    CommandLine line(
        CommandLine::tr("Registers every student of a class list in a course."), arguments);
    addRegisterOptions(line);
    if (const auto status = line.parse())
        return *status;
    const Expected<RegisterOptions> options = readRegisterOptions(line);
    if (!options)
        return failWith(options.error());
    // Before the school is opened: that may make a database, which a wrong list should not.
    const Expected<Roster> roster = options->roster.read();
    if (!roster)
        return failWith(roster.error());
    if (!options->roster.namesCourse() && !roster->hasCourseColumn()) {
        return failWith({ErrorCode::Usage,
            CommandLine::tr("Name the course with --course CODE: the list has no course column.")});
    }
    const Expected<std::unique_ptr<School>> school =
        line.openStore(options->dryRun ? MissingSchool::Refuse : MissingSchool::Make);
    if (!school)
        return failWith(school.error());
    return registerRoster(**school, *options, *roster);
}

} // namespace Rollbook
