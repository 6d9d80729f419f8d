// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"

#include "roster/rosterwriter.h"
#include "runthencallback.h"

namespace Rollbook
{

ClassList::ClassList(School &school, QObject *parent)
    : QObject(parent)
    , m_school(school)
    , m_rights(school.rights())
    , m_model(new RosterModel(this))
    , m_edits(new RosterEdits(this))
    , m_seatsMeanwhile(new SeatsMeanwhile(school, *this))
{
    // The window shows the columns and lets a person say what they hold.
    m_options.acceptsUnidentified = true;
    m_planSoon.setSingleShot(true);
    connect(&m_planSoon, &QTimer::timeout, this, &ClassList::plan);
    connect(m_model, &RosterModel::correctionWanted, m_edits,
        [this](int row, StudentField field, const QString &text) {
            m_edits->correct({row, field, text});
        });
    connect(m_edits, &RosterEdits::changed, this, &ClassList::takeEdit);
    connect(m_edits, &RosterEdits::checked, this, [this] { takeEdit({}); });
    connect(m_edits, &RosterEdits::comparedWithSchool, this,
        [this] { m_model->setCorrected(roster(), m_edits->leftOut(), {}); });
}

ClassList::~ClassList()
{
    if (m_reading)
        m_reading->cancel();
    if (m_planning)
        m_planning->cancel();
}

bool ClassList::isBusy() const
{
    return m_state >= State::Running && m_state <= State::Stopping;
}

bool ClassList::isEditable() const
{
    return (m_state >= State::NoCourse && m_state <= State::Planned) || m_state == State::Finished;
}

void ClassList::setState(State state)
{
    m_state = state;
    m_model->setEditable(isEditable());
    Q_EMIT stateChanged();
}

void ClassList::fail(const Error &error)
{
    m_problem = error;
    Q_EMIT failed(error);
}

int ClassList::rowsToRegister() const
{
    return m_model->count(RowState::WillRegister) + m_model->count(RowState::WillWait);
}

int ClassList::rowsLeftOut() const
{
    return m_model->count(RowState::Problem) + m_model->count(RowState::WillReject)
        + m_model->count(RowState::LeftOut);
}

void ClassList::saveCorrected(const QString &path)
{
    runThenCallback(
        this,
        [roster = roster(), leftOut = m_edits->leftOut(), path] {
            return writeRoster(roster, leftOut, path);
        },
        [this, path](const Expected<void> &written) {
            if (written)
                Q_EMIT correctedSaved(path);
            else
                Q_EMIT failed(written.error());
        });
}

} // namespace Rollbook
