// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/groupregistrar.h"

#include "domain/handover.h"
#include "registration/faultclass.h"
#include "rules/batchidentities.h"
#include "sql/sqlruns.h"
#include "sql/storefault.h"

#include <QElapsedTimer>
#include <QtConcurrent>

#include <limits>

namespace Rollbook
{

namespace
{

// Small enough that there is a choice of how many share a transaction, large enough that handing
// them over costs nothing beside that.
constexpr int BatchSize = 500;
// Two of the largest groups, so that one waits while the other is written.
constexpr int BatchesInFlight = 2 * GroupSize::Most / BatchSize;
constexpr int PlansAtOnce = 2;

} // namespace

GroupRegistrar::GroupRegistrar(SqlStore &store)
    : m_store(store)
{
    m_planning.setMaxThreadCount(PlansAtOnce);
}

RegistrarCapabilities GroupRegistrar::capabilities() const
{
    RegistrarCapabilities capabilities;
    capabilities.batchSize = BatchSize;
    capabilities.batchesInFlight = BatchesInFlight;
    capabilities.order = RegistrarCapabilities::Order::Arrival;
    capabilities.canWaitlist = true;
    capabilities.canPlan = true;
    capabilities.canUndo = true;
    capabilities.journalsResults = true;
    return capabilities;
}

void GroupRegistrar::endPlans()
{
    m_closing = true;
    m_planning.waitForDone();
}

// Nobody takes the answer to a batch that was cancelled, so nothing is registered that can be left.
bool GroupRegistrar::isWanted(const RegistrationGroup &group) const
{
    return !m_closing && group.isWanted();
}

void GroupRegistrar::registerNow(const RegistrationGroup &group, RegistrationQueue &queue)
{
    if (const auto fault = m_fence.faultBefore(group.batch)) {
        group.answer(allFailed(group.batch, *fault));
        return;
    }
    const auto results = changeNow(group, queue);
    if (results) {
        group.answer(*results);
        return;
    }
    const RegistrationError fault = faultOf(results.error());
    if (group.parts.size() > 1 && !isTransient(faultClassOf(fault.code))) {
        // It may be the fault of one of them, and the others should not bear it.
        for (const RegistrationGroup &part : group.apart())
            registerNow(part, queue);
        return;
    }
    // Given up or not: rows behind these must not overtake them.
    m_fence.close(group.batch, fault);
    group.answer(allFailed(group.batch, fault));
}

Expected<RegistrationResults> GroupRegistrar::changeNow(
    const RegistrationGroup &group, RegistrationQueue &queue)
{
    RegistrationResults results;
    QElapsedTimer sinceBegin;
    const auto committed = change(
        group,
        [&](SqlDatabase &database) -> Expected<void> {
            if (!isWanted(group))
                return fail(ErrorCode::StoreBusy, {});
            sinceBegin.start();
            results = write(database, group);
            return {};
        },
        [&] { return isWanted(group); });
    if (!committed)
        return tl::unexpected(committed.error());
    queue.learn(group, sinceBegin.nsecsElapsed() / 1000,
        std::chrono::duration_cast<std::chrono::microseconds>(*committed).count());
    return results;
}

void GroupRegistrar::setDuration(BatchDecision &decision, const RegistrationGroup &group)
{
    decision.setDuration(static_cast<qint32>(
        qMin<qint64>(group.since.elapsed(), std::numeric_limits<qint32>::max())));
}

QFuture<RegistrationResults> GroupRegistrar::plan(const RegistrationBatch &batch)
{
    struct Question {
        const GroupRegistrar *registrar;
        RegistrationBatch batch;
    };
    return QtConcurrent::run(&m_planning,
        [question = Handover<Question>({this, batch})](QPromise<RegistrationResults> &promise) {
            const GroupRegistrar *registrar = question.value().registrar;
            auto results = registrar->planNow(question.value().batch,
                [&] { return promise.isCanceled() || registrar->m_closing; });
            if (results)
                promise.addResult(std::move(*results));
            else
                promise.future().cancel();
        });
}

std::optional<RegistrationResults> GroupRegistrar::planNow(
    const RegistrationBatch &batch, const StopCheck &stopped) const
{
    auto planned = m_store.read([&](SqlDatabase &database) {
        const qint64 run = SqlRuns(database).numberOf(batch.run.id);
        const BatchIdentities identities(batch.students, batch.rows);
        auto decision = decideWithoutWriting(database, batch, identities, run, stopped);
        return decision ? std::make_optional(decision->takeResults()) : std::nullopt;
    });
    return planned ? *planned : allFailed(batch, faultOf(planned.error()));
}

} // namespace Rollbook
