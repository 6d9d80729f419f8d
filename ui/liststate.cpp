// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "liststate.h"

#include "classlist.h"

#include <QCoreApplication>
#include <QLocale>

namespace Rollbook
{

namespace
{

struct StateText {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::ListState)
};

// Whoever may only look is not told to do something.
QString leftToRegister(const ClassList &list)
{
    return list.rights().mayRegister()
        ? StateText::tr("%n to register", nullptr, list.rowsToRegister())
        : StateText::tr("%n student(s)", nullptr, list.rowsToRegister());
}

} // namespace

QString listStateText(const ClassList &list)
{
    using State = ClassList::State;
    switch (list.state()) {
    case State::Loading:
        return StateText::tr("reading…");
    case State::Unreadable:
        return StateText::tr("cannot be read");
    case State::NoCourse:
        return StateText::tr("choose the course");
    case State::Planning:
    case State::Planned:
        return leftToRegister(list);
    case State::Waiting:
        return StateText::tr("waiting");
    case State::Paused:
        return StateText::tr("paused");
    case State::Finished:
        // Rows of it were corrected.
        return list.canGoOn() && list.rowsToRegister() > 0 ? leftToRegister(list)
                                                           : StateText::tr("finished");
    case State::Earlier:
        return QLocale().toString(
            list.results().run.startedAt.toLocalTime().date(), QLocale::ShortFormat);
    default: {
        const RunProgress &progress = list.progress();
        const qint64 percent =
            progress.total > 0 ? qint64{100} * progress.done / progress.total : 0;
        return StateText::tr("%1 %").arg(percent);
    }
    }
}

RowState listLook(const ClassList &list)
{
    using State = ClassList::State;
    if (list.state() == State::Unreadable)
        return RowState::Problem;
    if (list.state() != State::Finished && list.state() != State::Earlier)
        return list.isBusy()                             ? RowState::Waiting
            : list.model()->count(RowState::Problem) > 0 ? RowState::Problem
                                                         : RowState::Ready;
    const StatusCounts &counts = list.results().run.counts;
    const int out = counts[RegistrationStatus::Rejected] + counts[RegistrationStatus::Failed]
        + counts[RegistrationStatus::NotAttempted];
    return out > 0 ? RowState::Rejected : RowState::Registered;
}

} // namespace Rollbook
