// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arranger.h"

#include "backgroundpool.h"
#include "table/rostermodel.h"

#include <QtConcurrentRun>

namespace Rollbook
{

namespace
{

struct Job {
    ArrangementSource source;
    ArrangementWish wish;
    Canceling canceling;
};

} // namespace

Arranger::Arranger(QObject *parent)
    : QObject(parent)
{
    connect(&m_work, &QFutureWatcherBase::finished, this, &Arranger::finish);
}

Arranger::~Arranger()
{
    // The worker has all it needs; it may end later than this.
    abandon();
}

void Arranger::setModel(RosterModel *model)
{
    abandon();
    m_waitedFor = false;
    m_aids = {};
    m_model = model;
}

void Arranger::forgetCourses()
{
    if (m_working)
        abandon();
    m_aids.orders[RosterModel::CourseColumn].reset();
    m_aids.descending[RosterModel::CourseColumn].reset();
}

void Arranger::forgetTexts()
{
    if (m_working)
        abandon();
    m_aids = {};
}

void Arranger::arrange(const ArrangementWish &wish)
{
    m_wish = wish;
    m_waitedFor = true;
    if (m_working)
        m_canceling.cancel();
    else
        start();
}

void Arranger::prepareSearch()
{
    m_preparesSearch = m_model && !m_aids.searchIndex;
    prepareWhenIdle();
}

void Arranger::prepareWhenIdle()
{
    if (!m_preparesSearch || m_working)
        return;
    start();
    // Of the answer, nothing else is wanted.
    m_canceling.cancel();
}

void Arranger::cancel()
{
    m_waitedFor = false;
    m_canceling.cancel();
}

void Arranger::abandon()
{
    m_canceling.cancel();
    m_abandoning.cancel();
    m_abandoned = true;
    m_preparesSearch = false;
}

void Arranger::start()
{
    m_working = true;
    m_abandoned = false;
    m_canceling = Canceling();
    m_abandoning = Canceling();
    m_work.setFuture(QtConcurrent::run(
        backgroundPool(), [job = Handover<Job>({snapshot(), m_wish, m_canceling})]() mutable {
            giveWayToOthers();
            Job own = job.take();
            return Handover<Arrangement>(
                Rollbook::arrange(std::move(own.source), own.wish, own.canceling));
        }));
}

void Arranger::finish()
{
    m_working = false;
    Arrangement arrangement = m_work.future().takeResult().take();
    if (!m_abandoned)
        m_aids = std::move(arrangement.aids);
    m_preparesSearch = m_preparesSearch && !m_aids.searchIndex;
    if (m_waitedFor && m_canceling.isCanceled()) {
        start();
        return;
    }
    if (m_waitedFor) {
        m_waitedFor = false;
        m_arrangement = std::move(arrangement);
        Q_EMIT ready();
    }
    prepareWhenIdle();
}

ArrangementSource Arranger::snapshot() const
{
    ArrangementSource now;
    now.students = m_model->roster().students;
    now.courses = m_model->courses();
    now.states = m_model->rowStates();
    if (m_wish.isSortedByKey())
        now.sortKeys = m_model->sortKeys(m_wish.sortColumn);
    if (m_wish.shownReason)
        now.rowsWithReason = m_model->rowsWithReason(*m_wish.shownReason);
    now.aids = m_aids;
    now.preparesSearch = m_preparesSearch;
    now.abandoned = m_abandoning;
    return now;
}

} // namespace Rollbook
