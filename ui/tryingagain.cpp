// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tryingagain.h"

#include "classlist.h"

#include <algorithm>

namespace Rollbook
{

TryingAgain::TryingAgain(const ClassList &list, const QList<qint32> &selected)
    : m_list(list)
    , m_selected(selected)
    , m_rows(selected)
{
    m_rows.removeIf([&list](qint32 row) { return !list.canTryAgain(row); });
}

QString TryingAgain::text() const
{
    const auto count = static_cast<int>(m_rows.size());
    const bool areChanged = count > 0
        && std::all_of(
            m_rows.cbegin(), m_rows.cend(), [this](qint32 row) { return m_list.isChanged(row); });
    if (areChanged) {
        return count == 1 ? tr("&Register this corrected student")
                          : tr("&Register the %n corrected student(s)", nullptr, count);
    }
    return count > 1 ? tr("&Try the %n selected student(s) again", nullptr, count)
                     : tr("&Try this student again");
}

QString TryingAgain::whyNot() const
{
    if (isPossible())
        return {};
    if (m_list.isBusy())
        return tr("Students are being registered just now. Wait until the run has ended.");
    const bool ended =
        m_list.state() == ClassList::State::Finished || m_list.state() == ClassList::State::Earlier;
    if (!ended)
        return tr("Nobody of this list was registered yet; there is nothing to try again.");
    if (!m_list.results().run.undoneBy.isEmpty())
        return tr("This run was undone. Register the list again in a new run.");
    if (!m_list.canGoOn())
        return tr("This run cannot go on just now.");
    if (m_selected.isEmpty())
        return tr("Choose the students in the table first.");
    return whyNotRow(m_selected.first());
}

// The first one stands for all.
QString TryingAgain::whyNotRow(qint32 row) const
{
    switch (m_list.model()->rowState(row)) {
    case RowState::Registered:
    case RowState::AlreadyRegistered:
    case RowState::Waitlisted:
        return tr("This student has a seat or a place on the waiting list already.");
    case RowState::LeftOut:
        return tr("This row was left out. Take it back first (Del).");
    case RowState::WillReject:
        return tr("This student would not be taken as it is now; the table says why.");
    case RowState::Ready:
        return tr("What will happen is being looked up. Try it in a moment.");
    default:
        return m_list.isOfHistory()
            ? tr("This row was wrong in the list. Correct it there, and register the list again.")
            : tr("Something is wrong in this row. Correct it first.");
    }
}

} // namespace Rollbook
