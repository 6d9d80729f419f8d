// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "correctingagain.h"

#include "classlist.h"
#include "rostertable.h"

#include <QAbstractItemDelegate>

namespace Rollbook
{

CorrectingAgain::CorrectingAgain(ClassList &list, RosterTable &table, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_table(table)
{
    connect(list.edits(), &RosterEdits::changed, this, &CorrectingAgain::noteCorrections);
    connect(table.itemDelegate(), &QAbstractItemDelegate::closeEditor, this,
        &CorrectingAgain::leaveUncorrected);
    connect(list.model(), &RosterModel::countsChanged, this, &CorrectingAgain::tryWhenSound,
        Qt::QueuedConnection);
    connect(&list, &ClassList::stateChanged, this, [this] {
        if (m_list.isBusy())
            m_row.reset();
    });
}

bool CorrectingAgain::isPossible(qint32 row) const
{
    return m_list.isEditable() && m_list.model()->help(row) == RosterModel::Help::Correct;
}

bool CorrectingAgain::triesAgain() const
{
    return m_list.state() == ClassList::State::Finished && m_list.canGoOn();
}

void CorrectingAgain::start(qint32 row)
{
    m_row.reset();
    if (!isPossible(row))
        return;
    m_isCorrected = false;
    if (m_table.editWhatIsWrong(row) && triesAgain())
        m_row = row;
}

void CorrectingAgain::noteCorrections(const QList<qint32> &rows)
{
    if (m_row && rows.contains(*m_row))
        m_isCorrected = true;
}

// Corrected later, and by itself, the row is not sent unasked.
void CorrectingAgain::leaveUncorrected()
{
    if (!m_isCorrected)
        m_row.reset();
}

void CorrectingAgain::tryWhenSound()
{
    if (!m_row || !m_isCorrected || m_list.edits()->isChecking())
        return;
    const RowState state = m_list.model()->rowState(*m_row);
    if (m_list.isChanged(*m_row) && state == RowState::Ready)
        return; // what would happen is being looked up
    const qint32 row = *m_row;
    m_row.reset();
    if (m_list.isChanged(row) && m_list.canTryAgain(row))
        m_list.tryRowsAgain({row});
}

} // namespace Rollbook
