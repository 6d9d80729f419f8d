// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"

#include "commandline.h"
#include "console.h"
#include "exitstatus.h"
#include "rowstoretry.h"
#include "runoutput.h"
#include "runslist.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace Rollbook
{

namespace
{

int showRun(School &school, const QString &id, const CommandLine & /*line*/)
{
    const auto run = school.journal().run(id);
    if (!run)
        return failWith(run.error());
    if (run->run.kind == RunKind::Undo)
        return showUndo(school, id);
    printHeader({CommandLine::tr("row"), CommandLine::tr("ID"), CommandLine::tr("name"),
        CommandLine::tr("course"), CommandLine::tr("status"), CommandLine::tr("what happened")});
    for (const StudentRegistrationResult &result : run->results) {
        printCells({QString::number(result.row + 1),
            run->students.text(result.row, StudentField::StudentId),
            run->students.displayName(result.row), run->courses.courseOf(result.row).code,
            statusWord(result.status()), explain(result)});
    }
    return AllRegistered;
}

/// What `runs` can be told to do.
struct Action {
    /// Whether a run's id follows.
    enum class Id : quint8 { None, Optional, Needed };

    QLatin1StringView word;
    Id id;
    int (*perform)(School &school, const QString &run, const CommandLine &line);
};
constexpr Action Actions[] = {
    {QLatin1StringView("list"), Action::Id::None, listRuns},
    {QLatin1StringView("show"), Action::Id::Needed, showRun},
    {QLatin1StringView("resume"), Action::Id::Needed, resumeRun},
    {QLatin1StringView("retry"), Action::Id::Needed, retryRun},
    {QLatin1StringView("report"), Action::Id::Needed, reportRun},
    {QLatin1StringView("undo"), Action::Id::Needed, undoRun},
    {QLatin1StringView("verify"), Action::Id::None, verifyRuns},
    {QLatin1StringView("audit"), Action::Id::Optional, listAudit},
};

const Action *actionIn(const QStringList &words)
{
    const auto *const found =
        std::find_if(std::begin(Actions), std::end(Actions), [&words](const Action &action) {
            const qsizetype ids = words.size() - 1;
            return words.value(0) == action.word && ids <= (action.id == Action::Id::None ? 0 : 1)
                && ids >= (action.id == Action::Id::Needed ? 1 : 0);
        });
    return found == std::end(Actions) ? nullptr : found;
}

// "list | show ID"
QString usage()
{
    QStringList ways;
    for (const Action &action : Actions) {
        switch (action.id) {
        case Action::Id::None:
            ways += action.word;
            break;
        case Action::Id::Optional:
            ways += action.word + QStringLiteral(" [ID]");
            break;
        case Action::Id::Needed:
            ways += action.word + QStringLiteral(" ID");
            break;
        }
    }
    return ways.join(QStringLiteral(" | "));
}

// What can be told before the school is opened, which may make one.
std::optional<Error> wrongUse(const CommandLine &line, const Action *action)
{
    const auto use = [](const QString &sentence) { return Error{ErrorCode::Usage, sentence}; };
    if (action == nullptr)
        return use(CommandLine::tr("Say what to do with the runs: %1.").arg(usage()));
    const bool isList = action->perform == listRuns;
    if (filtersRuns(line) && !isList) {
        return use(
            CommandLine::tr("--student, --course, --by, --from and --to choose which runs “runs "
                            "list” lists; “runs %1” takes one run by its id.")
                .arg(action->word));
    }
    // --status also chooses among the runs that are listed.
    const bool mayChooseRows =
        action->perform == retryRun || (isList && !line.isSet(QStringLiteral("row")));
    if (choosesRows(line) && !mayChooseRows) {
        return use(
            CommandLine::tr("--row and --status choose rows to try again; “runs %1” takes the "
                            "whole run.")
                .arg(action->word));
    }
    if (action->perform == reportRun && !line.isSet(QStringLiteral("report")))
        return use(CommandLine::tr("Say which file the report goes to: --report FILE."));
    return std::nullopt;
}

} // namespace

int runsCommand(const QStringList &arguments)
{
    CommandLine line(
        CommandLine::tr("Earlier runs: all of them, or those that you ask for, newest first, a "
                        "line each; what happened to "
                        "each row of one; go on with one that was interrupted or stopped; try "
                        "again the rows of one that failed or were not sent, or others that "
                        "are not registered; write its reports (--report FILE) again; undo one, "
                        "which "
                        "takes back what it gave; check that the history is as it was "
                        "written; or what was changed in the school, by whom and when."),
        arguments);
    line.addPositional(QStringLiteral("action"),
        CommandLine::tr("list, or what to do with a run, and its id"), usage());
    line.addOption(
        {QStringLiteral("dry-run"), CommandLine::tr("Print what undo would do; change nothing.")});
    addRowsToRetryOptions(line);
    addRunFilterOptions(line);
    line.addStoreOption();
    addRunOutputOptions(line);
    if (const auto status = line.parse())
        return *status;
    const Action *const action = actionIn(line.positional());
    if (const auto wrong = wrongUse(line, action))
        return failWith(*wrong);
    // A school that does not exist has no history to be checked.
    const Expected<std::unique_ptr<School>> school =
        line.openStore(action->perform == verifyRuns ? MissingSchool::Refuse : MissingSchool::Make);
    if (!school)
        return failWith(school.error());
    return action->perform(**school, line.positional().value(1), line);
}

} // namespace Rollbook
