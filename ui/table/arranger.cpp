// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arranger.h"

#include "table/rostermodel.h"
#include "tablethreads.h"

#include <QtConcurrentRun>

#include <chrono>

namespace Rollbook
{

namespace
{

// What was found is to be seen first; painting it wants all that the processor has.
constexpr std::chrono::milliseconds UntilPainted(20);

struct Job {
    ArrangementSource source;
    ArrangementWish wish;
    Canceling canceling;
};

// In a worker. What is done there is no value that would have to be handed over, too.
template <Arrangement (*work)(Job &&)>
QFuture<Handover<Arrangement>> begin(Job &&job)
{
    return QtConcurrent::run(&tableThreads(), [job = Handover<Job>(std::move(job))]() mutable {
        return Handover<Arrangement>(work(job.take()));
    });
}

Arrangement arrangeJob(Job &&job)
{
    return arrange(std::move(job.source), job.wish, job.canceling);
}

Arrangement lookAheadJob(Job &&job)
{
    Arrangement arrangement;
    arrangement.aids = lookAhead(std::move(job.source), job.wish, job.canceling);
    return arrangement;
}

} // namespace

Arranger::Arranger(QObject *parent)
    : QObject(parent)
{
    connect(&m_work, &QFutureWatcherBase::finished, this, &Arranger::finish);
    m_soon.setSingleShot(true);
    m_soon.setInterval(UntilPainted);
    connect(&m_soon, &QTimer::timeout, this, &Arranger::lookAheadWhenIdle);
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
    m_isSearched = false;
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
    m_isSearched = m_isSearched || !wish.words.isEmpty();
    if (m_working)
        m_canceling.cancel();
    else
        start();
}

void Arranger::prepareSearch()
{
    m_isSearched = true;
    m_preparesSearch = m_model && !m_aids.searchIndex;
    prepareWhenIdle();
    lookAheadWhenIdle();
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

void Arranger::startWork()
{
    m_working = true;
    m_looksAhead = false;
    m_abandoned = false;
    m_canceling = Canceling();
    m_abandoning = Canceling();
}

void Arranger::start()
{
    startWork();
    m_work.setFuture(begin<arrangeJob>({snapshot(), m_wish, m_canceling}));
}

void Arranger::lookAheadWhenIdle()
{
    if (m_working || !m_model || !m_isSearched
        || !isWorthLookingAhead(m_aids, m_model->rowCount(), m_wish))
        return;
    startWork();
    m_looksAhead = true;
    m_work.setFuture(begin<lookAheadJob>({listNow(), m_wish, m_canceling}));
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
    m_soon.start();
}

ArrangementSource Arranger::listNow() const
{
    ArrangementSource now;
    now.students = m_model->roster().students;
    now.aids = m_aids;
    now.abandoned = m_abandoning;
    return now;
}

ArrangementSource Arranger::snapshot() const
{
    ArrangementSource now = listNow();
    now.courses = m_model->courses();
    if (m_wish.needsRecords())
        now.outcomes = m_model->lendOutcomes();
    else
        now.outcomes.states = m_model->rowStates();
    if (m_wish.shownReason)
        now.shownReason = m_model->reasonId(*m_wish.shownReason);
    now.preparesSearch = m_preparesSearch;
    return now;
}

} // namespace Rollbook
