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

// Of several lists each line begins with the one that it is about.
void printProblems(
    const QList<RosterProblem> &problems, const QStringList &headers, const QStringList &about)
{
    for (const RosterProblem &problem : problems) {
        printCells(about
            + QStringList{QString::number(problem.row + 1), headers.value(problem.column),
                problem.severity == RosterProblem::Severity::Error ? QStringLiteral("error")
                                                                   : QStringLiteral("warning"),
                problem.sentence(headers)});
    }
}

int reportProblems(const Roster &roster, QList<RosterProblem> problems, const QStringList &about)
{
    problems = roster.problems + problems;
    std::stable_sort(problems.begin(), problems.end(),
        [](const RosterProblem &a, const RosterProblem &b) { return a.row < b.row; });
    printProblems(problems, roster.headers, about);
    if (problems.isEmpty())
        printProblem(
            CommandLine::tr("%n student(s), no problems.", nullptr, roster.size()), about.value(0));
    const bool usable =
        std::none_of(problems.cbegin(), problems.cend(), [](const RosterProblem &problem) {
            return problem.severity == RosterProblem::Severity::Error;
        });
    return usable ? AllRegistered : SomeNotRegistered;
}

// Without a school, only what the list itself says.
int checkRoster(
    const RosterChoice &choice, const Roster &roster, School *school, const QStringList &about)
{
    if (!school)
        return reportProblems(roster, {}, about);
    auto problems = courseProblems(choice, roster, school->courses());
    if (!problems)
        return failWith(problems.error());
    *problems += mixUps(roster, school->students());
    return reportProblems(roster, *problems, about);
}

int checkRosters(
    const QList<RosterChoice> &choices, const QList<Expected<Roster>> &rosters, School *school)
{
    QStringList columns{CommandLine::tr("row"), CommandLine::tr("column"),
        CommandLine::tr("severity"), CommandLine::tr("problem")};
    if (choices.size() > 1)
        columns.prepend(CommandLine::tr("list"));
    printHeader(columns);
    int status = AllRegistered;
    for (qsizetype i = 0; i < choices.size(); ++i) {
        const RosterChoice &choice = choices[i];
        const Expected<Roster> &roster = rosters[i];
        const QStringList about = choices.size() > 1 ? QStringList{choice.path()} : QStringList();
        status = worst(status,
            roster ? checkRoster(choice, *roster, school, about) : failWith(roster.error()));
    }
    return status;
}

} // namespace

int checkCommand(const QStringList &arguments)
{
    CommandLine line(CommandLine::tr("Prints every problem of a class list, a line each (row, "
                                     "column, error or warning, what is wrong); changes nothing. "
                                     "With --course or --store the courses are checked too. Of "
                                     "several lists each line begins with the list."),
        arguments);
    RosterChoice::addOptions(line);
    line.addStoreOption();
    if (const auto status = line.parse())
        return *status;
    const Expected<QList<RosterChoice>> choices = RosterChoice::from(line);
    if (!choices)
        return failWith(choices.error());
    QList<Expected<Roster>> rosters;
    for (const RosterChoice &choice : *choices)
        rosters += choice.read();
    if (rosters.size() == 1 && !rosters.first())
        return failWith(rosters.first().error());
    // The user's own school is asked only when a course is: opening it would make it.
    const bool asksSchool = choices->first().namesCourse() || line.isSet(QStringLiteral("store"));
    if (!asksSchool)
        return checkRosters(*choices, rosters, nullptr);
    const Expected<std::unique_ptr<School>> school = line.openStore(MissingSchool::Refuse);
    if (!school)
        return failWith(school.error());
    return checkRosters(*choices, rosters, school->get());
}

} // namespace Rollbook
