// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules/undodecision.h"

#include <QCoreApplication>
#include <QLocale>

namespace Rollbook
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Undo)
};

UndoReason whyLeft(const StudentRegistration &then, const PlaceNow &now)
{
    if (now.byThisRow)
        return then.waiting && !now.waiting ? UndoReason::MovedUpSince : UndoReason::None;
    if (!now.courseExists)
        return UndoReason::CourseGone;
    return now.held ? UndoReason::RegisteredAnew : UndoReason::WithdrewSince;
}

} // namespace

Expected<void> checkUndoable(const Run &run)
{
    if (run.kind == RunKind::Undo) {
        return fail(ErrorCode::Usage,
            Text::tr(
                "“%1” is an undo itself. To bring its students back, register their list again.")
                .arg(run.id));
    }
    if (!run.undoneBy.isEmpty()) {
        return fail(ErrorCode::Usage,
            Text::tr("Run “%1” was undone before, by “%2”. There is nothing left to undo.")
                .arg(run.id, run.undoneBy));
    }
    if (run.state == RunState::Running) {
        return fail(ErrorCode::Usage,
            Text::tr("Run “%1” has not ended. Wait for its end, or stop it; then undo it.")
                .arg(run.id));
    }
    return {};
}

Error noSuchRun(const QString &id)
{
    return {ErrorCode::NotFound,
        Text::tr("There is no run “%1” in the history of this school. Look its name up in the list "
                 "of earlier runs.")
            .arg(id)};
}

UndoResult decideUndo(
    const StudentRegistrationResult &then, const CourseRef &course, const PlaceNow &now)
{
    UndoResult result;
    result.row = then.row;
    const StudentRegistration *given = then.registration();
    if (!given || given->status == RegistrationStatus::AlreadyRegistered)
        return result;
    result.reason = whyLeft(*given, now);
    result.status =
        result.reason == UndoReason::None ? UndoStatus::Withdrawn : UndoStatus::LeftAsItIs;
    if (result.reason == UndoReason::CourseGone)
        result.argument = course.code;
    else if (result.reason == UndoReason::RegisteredAnew)
        result.argument = now.run;
    if (now.held) {
        result.waiting = now.waiting;
        result.number = now.number;
    }
    return result;
}

Run beginUndo(const Run &undone)
{
    Run run = Run::begin(undone.rosterName, {}, undone.options);
    run.courseName = undone.courseName;
    run.kind = RunKind::Undo;
    run.undoneRun = undone.id;
    run.state = RunState::Finished;
    return run;
}

} // namespace Rollbook
