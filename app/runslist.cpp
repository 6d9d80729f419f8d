// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runslist.h"

#include "console.h"
#include "exitstatus.h"

#include <algorithm>
#include <array>
#include <limits>

namespace Rollbook
{

namespace
{

constexpr QLatin1StringView ListedStudent("student");
constexpr QLatin1StringView ListedCourse("course");
constexpr QLatin1StringView ListedPerson("by");
constexpr QLatin1StringView ListedFrom("from");
constexpr QLatin1StringView ListedTo("to");
constexpr QLatin1StringView ListedStatus("status");

void addCounts(QStringList &parts, const UndoCounts &counts)
{
    for (int i = 0; i < UndoStatusCount; ++i) {
        const auto status = static_cast<UndoStatus>(i);
        if (counts[status] > 0)
            parts += QStringLiteral("%1=%2").arg(undoStatusWord(status)).arg(counts[status]);
    }
}

QString countsOf(const Run &run)
{
    QStringList parts;
    for (int i = 0; i < RegistrationStatusCount; ++i) {
        const auto status = static_cast<RegistrationStatus>(i);
        if (run.counts[status] > 0)
            parts += QStringLiteral("%1=%2").arg(statusWord(status)).arg(run.counts[status]);
    }
    addCounts(parts, run.undoCounts);
    if (run.kind == RunKind::Undo)
        parts += QStringLiteral("undoes=") + run.undoneRun;
    if (!run.undoneBy.isEmpty())
        parts += QStringLiteral("undone_by=") + run.undoneBy;
    return parts.join(u' ');
}

Expected<QDate> dayOf(const CommandLine &line, QLatin1StringView option)
{
    const QString text = line.value(option);
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !day.isValid()) {
        return fail(ErrorCode::Usage,
            CommandLine::tr("--%1 takes a day such as 2026-03-31, not “%2”.").arg(option, text));
    }
    return day;
}

Expected<RunFilter> filterOf(const CommandLine &line)
{
    RunFilter filter;
    filter.student = line.value(ListedStudent);
    filter.mostRows = std::numeric_limits<int>::max();
    filter.course = line.value(ListedCourse);
    filter.startedBy = line.value(ListedPerson);
    const auto from = dayOf(line, ListedFrom);
    const auto to = dayOf(line, ListedTo);
    if (!from || !to)
        return tl::unexpected(from ? to.error() : from.error());
    filter.from = *from;
    filter.to = *to;
    const QStringList words = line.values(ListedStatus);
    for (const QString &word : words) {
        const auto status = statusFromWord(word);
        if (!status) {
            return fail(ErrorCode::Usage,
                CommandLine::tr("“%1” is no status; they are registered, waitlisted, "
                                "already_registered, rejected, failed and not_attempted.")
                    .arg(word));
        }
        filter.statuses += *status;
    }
    return filter;
}

QString startOf(const Run &run)
{
    return run.startedAt.toUTC().toString(Qt::ISODate);
}

void printRuns(const FoundRuns &found)
{
    printHeader({CommandLine::tr("id"), CommandLine::tr("started"), CommandLine::tr("course"),
        CommandLine::tr("roster"), CommandLine::tr("state"), CommandLine::tr("counts")});
    for (const FoundRun &one : found.runs) {
        printCells({one.run.id, startOf(one.run), one.run.courseName, one.run.rosterName,
            runStateWord(one.run.state), countsOf(one.run)});
    }
}

void printFoundRows(const FoundRuns &found)
{
    printHeader({CommandLine::tr("id"), CommandLine::tr("started"), CommandLine::tr("by"),
        CommandLine::tr("roster"), CommandLine::tr("row"), CommandLine::tr("ID"),
        CommandLine::tr("name"), CommandLine::tr("course"), CommandLine::tr("status"),
        CommandLine::tr("what happened")});
    for (const FoundRun &one : found.runs) {
        for (const RunRow &row : one.rows) {
            const Student &student = row.student;
            printCells({one.run.id, startOf(one.run), one.run.startedBy, one.run.rosterName,
                QString::number(row.result.row + 1), student.studentId,
                (student.givenName + u' ' + student.familyName).trimmed(), row.course.code,
                row.undone ? undoStatusWord(row.undone->status) : statusWord(row.result.status()),
                row.undone ? explain(*row.undone) : explain(row.result)});
        }
    }
}

} // namespace

void addRunFilterOptions(CommandLine &line)
{
    line.addOption({ListedStudent,
        CommandLine::tr("List what became of a student in all runs: words of the name, the "
                        "identifier or the e-mail address."),
        QStringLiteral("WORDS")});
    line.addOption({ListedCourse,
        CommandLine::tr("List runs of this course: words of its code, term or title."),
        QStringLiteral("WORDS")});
    line.addOption({ListedPerson, CommandLine::tr("List runs that this person started."),
        QStringLiteral("NAME")});
    line.addOption({ListedFrom, CommandLine::tr("List runs from this day on, such as 2026-03-01."),
        QStringLiteral("DAY")});
    line.addOption(
        {ListedTo, CommandLine::tr("List runs up to and with this day."), QStringLiteral("DAY")});
}

bool filtersRuns(const CommandLine &line)
{
    constexpr std::array Options{ListedStudent, ListedCourse, ListedPerson, ListedFrom, ListedTo};
    return std::any_of(Options.begin(), Options.end(),
        [&line](QLatin1StringView option) { return line.isSet(option); });
}

int listRuns(School &school, const QString & /*run*/, const CommandLine &line)
{
    const auto filter = filterOf(line);
    if (!filter)
        return failWith(filter.error());
    const auto found = school.history().find(*filter);
    if (!found)
        return failWith(found.error());
    if (filter->student.trimmed().isEmpty())
        printRuns(*found);
    else
        printFoundRows(*found);
    return AllRegistered;
}

} // namespace Rollbook
