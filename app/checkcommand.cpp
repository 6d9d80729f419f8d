// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"

#include "commandline.h"
#include "console.h"
#include "exitstatus.h"
#include "rosterchoice.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

// Rows that ask for a course which the school does not have, said like the problems of the list.
Expected<QList<RosterProblem>> courseProblems(
    const RosterChoice &choice, const Roster &roster, const CourseCatalogue &catalogue)
{
    const Expected<AssignedCourses> assigned = choice.assign(catalogue, roster);
    if (!assigned)
        return tl::unexpected(assigned.error());
    QList<RosterProblem> problems;
    for (auto row = assigned->rejectedRows.cbegin(); row != assigned->rejectedRows.cend(); ++row) {
        // An empty cell is among the problems of the list already.
        if (row->argument.isEmpty())
            continue;
        problems += RosterProblem{RosterProblem::Severity::Error, RosterProblem::Code::NoCourse,
            row.key(), roster.students.column(StudentField::Course), -1,
            explain(rejectedRow(row.key(), row->code, row->argument))};
    }
    return problems;
}

// IDs that belong to others in the school.
QList<RosterProblem> mixUps(const Roster &roster, const StudentDirectory &directory)
{
    QHash<QString, Student> known;
    const auto records = directory.students();
    for (const StudentRecord &record : records.value_or(QList<StudentRecord>()))
        known.insert(record.student.studentId, record.student);
    return checkAgainstSchool(roster, [&known](const QString &id) {
        const auto student = known.constFind(id);
        return student == known.cend() ? std::nullopt : std::optional<Student>(*student);
    });
}

void printProblems(const QList<RosterProblem> &problems, const QStringList &headers)
{
    printHeader({CommandLine::tr("row"), CommandLine::tr("column"), CommandLine::tr("severity"),
        CommandLine::tr("problem")});
    for (const RosterProblem &problem : problems) {
        printCells({QString::number(problem.row + 1), headers.value(problem.column),
            problem.severity == RosterProblem::Severity::Error ? QStringLiteral("error")
                                                               : QStringLiteral("warning"),
            problem.sentence(headers)});
    }
}

int reportProblems(const Roster &roster, QList<RosterProblem> problems)
{
    problems = roster.problems + problems;
    std::stable_sort(problems.begin(), problems.end(),
        [](const RosterProblem &a, const RosterProblem &b) { return a.row < b.row; });
    printProblems(problems, roster.headers);
    if (problems.isEmpty())
        printProblem(CommandLine::tr("%n student(s), no problems.", nullptr, roster.size()));
    const bool usable =
        std::none_of(problems.cbegin(), problems.cend(), [](const RosterProblem &problem) {
            return problem.severity == RosterProblem::Severity::Error;
        });
    return usable ? AllRegistered : SomeNotRegistered;
}

} // namespace

int checkCommand(const QStringList &arguments)
{
    CommandLine line(CommandLine::tr("Prints every problem of a class list, a line each (row, "
                                     "column, error or warning, what is wrong); changes nothing. "
                                     "With --course or --store the courses are checked too."),
        arguments);
    RosterChoice::addOptions(line);
    line.addStoreOption();
    if (const auto status = line.parse())
        return *status;
    const Expected<RosterChoice> choice = RosterChoice::from(line);
    if (!choice)
        return failWith(choice.error());
    const Expected<Roster> roster = choice->read();
    if (!roster)
        return failWith(roster.error());
    // The user's own school is asked only when a course is: opening it would make it.
    const bool asksSchool = choice->namesCourse() || line.isSet(QStringLiteral("store"));
    if (!asksSchool)
        return reportProblems(*roster, {});
    const Expected<std::unique_ptr<School>> school = line.openStore(MissingSchool::Refuse);
    if (!school)
        return failWith(school.error());
    auto problems = courseProblems(*choice, *roster, (*school)->courses());
    if (!problems)
        return failWith(problems.error());
    *problems += mixUps(*roster, (*school)->students());
    return reportProblems(*roster, *problems);
}

} // namespace Rollbook
