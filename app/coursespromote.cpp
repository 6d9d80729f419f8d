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

void printWhyNobody(const PromotedStudents &promoted)
{
    const CourseSeats &seats = promoted.course;
    const QString code = seats.course.code;
    if (seats.waiting == 0)
        printProblem(CommandLine::tr("Nobody waits for %1.").arg(code));
    else if (seats.seatsLeft() == 0)
        printProblem(
            CommandLine::tr("No seat of %1 is free; %n student(s) wait.", nullptr, seats.waiting)
                .arg(code));
}

} // namespace

int promoteCommand(const QStringList &arguments)
{
    CommandLine line(CommandLine::tr("Moves students up from the waiting list of a course to its "
                                     "free seats, the first first, and prints who got which."),
        arguments);
    line.addPositional(QStringLiteral("action"), CommandLine::tr("promote and the course's code"),
        QStringLiteral("promote CODE"));
    line.addOption({QStringLiteral("term"),
        CommandLine::tr("Which term's course, when a code repeats."), QStringLiteral("TERM")});
    line.addOption({QStringLiteral("count"),
        CommandLine::tr("How many move up at most (default: as many as there are free seats)."),
        QStringLiteral("N")});
    line.addStoreOption();
    if (const auto status = line.parse())
        return *status;
    std::optional<int> count;
    bool understood = line.positional().size() == 2;
    if (understood && line.isSet(QStringLiteral("count")))
        count = line.value(QStringLiteral("count")).toInt(&understood);
    if (!understood || (count && *count < 1)) {
        return failWith({ErrorCode::Usage,
            CommandLine::tr("Write it as: courses promote CODE [--term TERM] [--count N], with a "
                            "number from 1.")});
    }
    const Expected<std::unique_ptr<School>> school = line.openStore(MissingSchool::Refuse);
    if (!school)
        return failWith(school.error());
    const auto course =
        (*school)->courses().find(line.positional().at(1), line.value(QStringLiteral("term")));
    if (!course)
        return failWith(course.error());
    const auto promoted = (*school)->waitingList().promote(course->course.ref(), count);
    if (!promoted)
        return failWith(promoted.error());
    printHeader({CommandLine::tr("place"), CommandLine::tr("ID"), CommandLine::tr("name"),
        CommandLine::tr("status"), CommandLine::tr("what happened")});
    StatusCounts counts;
    for (const StudentRegistrationResult &result : promoted->results) {
        counts.add(result.status());
        printCells({QString::number(promoted->places.at(result.row)),
            promoted->students.text(result.row, StudentField::StudentId),
            promoted->students.displayName(result.row), statusWord(result.status()),
            explain(result)});
    }
    if (promoted->results.isEmpty())
        printWhyNobody(*promoted);
    return exitStatusFor(counts);
}

} // namespace Rollbook
