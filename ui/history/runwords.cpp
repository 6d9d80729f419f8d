// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/runwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace Rollbook
{

namespace
{

struct HistoryText {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::History)
};

} // namespace

QString runStateText(const FoundRun &found)
{
    const Run &run = found.run;
    if (run.kind == RunKind::Undo)
        return HistoryText::tr("took a run back");
    if (!run.undoneBy.isEmpty())
        return HistoryText::tr("undone");
    switch (run.state) {
    case RunState::Running:
        return found.isInWork ? HistoryText::tr("being registered")
                              : HistoryText::tr("interrupted");
    case RunState::Finished:
        return HistoryText::tr("finished");
    case RunState::Cancelled:
        return HistoryText::tr("stopped");
    case RunState::Stopped:
        break;
    }
    return HistoryText::tr("could not go on");
}

RowState runLook(const Run &run)
{
    if (run.kind == RunKind::Undo || !run.undoneBy.isEmpty())
        return RowState::TakenOut;
    if (run.state == RunState::Running)
        return RowState::Waiting;
    const StatusCounts &counts = run.counts;
    if (counts[RegistrationStatus::NotAttempted] > 0)
        return RowState::NotAttempted;
    const int out = counts[RegistrationStatus::Rejected] + counts[RegistrationStatus::Failed];
    return out > 0 ? RowState::Rejected : RowState::Registered;
}

QString momentText(const QDateTime &moment)
{
    const QLocale locale;
    const QDateTime local = moment.toLocalTime();
    // Seconds only stand in the way.
    const QString time = locale.timeFormat(QLocale::ShortFormat).remove(QStringLiteral(":ss"));
    return locale.toString(local.date(), QLocale::ShortFormat) + u' '
        + locale.toString(local.time(), time);
}

QString outcomeText(const StudentRegistrationResult &result)
{
    return HistoryText::tr("%1: %2", "a status, and what happened")
        .arg(statusTitle(result.status()), explain(result));
}

QString undoText(const UndoResult &result)
{
    switch (result.status) {
    case UndoStatus::Withdrawn:
        return HistoryText::tr("Taken out again: %1").arg(explain(result));
    case UndoStatus::LeftAsItIs:
        return HistoryText::tr("Not taken out: %1").arg(explain(result));
    case UndoStatus::NothingToUndo:
        break;
    }
    return HistoryText::tr("The run was undone: %1").arg(explain(result));
}

QString changeText(const PlaceChange &change)
{
    const QLocale locale;
    if (change.kind == PlaceChange::Kind::MovedUp) {
        return HistoryText::tr("Moved up: seat %1, from place %2 on the waiting list")
            .arg(locale.toString(change.seat), locale.toString(change.place));
    }
    return change.seat > 0
        ? HistoryText::tr("Taken out: gave back seat %1").arg(locale.toString(change.seat))
        : HistoryText::tr("Taken off the waiting list: gave back place %1")
              .arg(locale.toString(change.place));
}

RowState undoLook(const UndoResult &result)
{
    return result.status == UndoStatus::NothingToUndo ? RowState::LeftOut
                                                      : undoState(result.status, false);
}

QString courseText(const CourseRef &course)
{
    return course.isNull() ? QString() : CourseAssignment(course).displayName();
}

QString studentText(const Student &student)
{
    QString name = (student.givenName + u' ' + student.familyName).trimmed();
    if (!name.isEmpty())
        return name;
    return student.studentId.isEmpty() ? student.email : student.studentId;
}

} // namespace Rollbook
