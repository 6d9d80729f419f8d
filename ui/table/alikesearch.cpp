// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "table/alikesearch.h"

#include "arrangement.h"
#include "canceling.h"
#include "domain/handover.h"
#include "table/rostermodel.h"
#include "table/rosterproxymodel.h"
#include "tablethreads.h"

#include <QtConcurrentRun>

namespace Rollbook
{

namespace
{

// A snapshot that no other thread changes.
struct AlikeJob {
    OutcomeTable outcomes; // of the records, only where there is a reason
    std::optional<Arrangement> arrangement;
    RowState state = RowState::Ready;
    std::optional<quint64> reason; // none: it does not matter
    Canceling canceling;

    bool isAlike(int row) const
    {
        return outcomes.states.at(row) == state && (!reason || outcomes.reasonId(row) == reason);
    }
};

// In a worker.
AlikeRows alikeRows(const AlikeJob &job)
{
    AlikeRows alike;
    const auto &arrangement = job.arrangement;
    const int end = arrangement ? arrangement->shown.count() : job.outcomes.size();
    bool belongsBefore = false;
    for (int position = 0; position < end && !job.canceling.isCanceled(); ++position) {
        const bool belongs = job.isAlike(arrangement ? arrangement->rowAt(position) : position);
        if (belongs && belongsBefore)
            alike.ranges.last().second = position;
        else if (belongs && alike.ranges.size() < AlikeSearch::MostRanges)
            alike.ranges += {position, position};
        else if (belongs)
            return {std::move(alike.ranges), true};
        belongsBefore = belongs;
    }
    return alike;
}

} // namespace

AlikeSearch::AlikeSearch(RosterProxyModel &proxy, QObject *parent)
    : QObject(parent)
    , m_proxy(proxy)
    , m_canceling(std::make_unique<Canceling>())
{
    connect(&m_work, &QFutureWatcherBase::finished, this, &AlikeSearch::finish);
    connect(&proxy, &RosterProxyModel::arranged, this, &AlikeSearch::start);
    connect(&proxy, &QAbstractItemModel::modelReset, this, &AlikeSearch::cancel);
}

AlikeSearch::~AlikeSearch()
{
    // The worker has all it needs; it may end later than this.
    cancel();
}

void AlikeSearch::begin(int row, Alike alike)
{
    RosterModel &model = *m_proxy.rosterModel();
    m_wish = {alike, model.rowState(row), {}};
    if (alike == Alike::InReason)
        m_wish->reason = model.lendOutcomes().reasonId(row);
    start();
}

void AlikeSearch::cancel()
{
    m_wish.reset();
    m_canceling->cancel();
}

void AlikeSearch::start()
{
    RosterModel *model = m_proxy.rosterModel();
    if (!m_wish || !model)
        return;
    m_canceling->cancel();
    *m_canceling = Canceling();
    AlikeJob job;
    job.state = m_wish->state;
    job.reason = m_wish->reason;
    if (job.reason)
        job.outcomes = model->lendOutcomes();
    else
        job.outcomes.states = model->rowStates();
    if (const Arrangement *arrangement = m_proxy.arrangement())
        job.arrangement = *arrangement;
    job.canceling = *m_canceling;
    m_work.setFuture(
        QtConcurrent::run(&tableThreads(), [job = Handover<AlikeJob>(std::move(job))]() mutable {
            return Handover<AlikeRows>(alikeRows(job.take()));
        }));
}

void AlikeSearch::finish()
{
    if (!m_wish)
        return;
    const AlikeRows rows = m_work.future().takeResult().take();
    if (!rows.isScattered) {
        m_wish.reset();
        Q_EMIT found(rows.ranges);
    } else if (m_proxy.sortColumn() != columnTogether()) {
        Q_EMIT sortingWanted(columnTogether());
    }
    // Otherwise outcomes came since they were sorted, and they are about to be sorted anew.
}

int AlikeSearch::columnTogether() const
{
    return m_wish->alike == Alike::InState ? RosterModel::StateColumn : RosterModel::ReasonColumn;
}

} // namespace Rollbook
