// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqliteregistrar.h"

#include "domain/handover.h"
#include "registration/faultclass.h"
#include "sql/sqlbatchwriter.h"
#include "sql/sqldecider.h"
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

struct SqliteRegistrar::Statements {
    Statements(const SqlDatabase &database, RunningSeals &seals)
        : runs(database)
        , decider(database, SqlDecider::Kept::Outcomes)
        , writer(database, seals)
    {
    }

    SqlRunWriter runs;
    SqlDecider decider;
    SqlBatchWriter writer;
};

SqliteRegistrar::SqliteRegistrar(SqlStore &store, SqlRunAudit &audit)
    : m_store(store)
    , m_audit(audit)
{
    m_writing.setMaxThreadCount(1);
    m_planning.setMaxThreadCount(PlansAtOnce);
}

SqliteRegistrar::~SqliteRegistrar()
{
    // What waits for another program is given up, and so is what is queued behind it.
    m_closing = true;
    m_writing.waitForDone();
    m_planning.waitForDone();
}

RegistrarCapabilities SqliteRegistrar::capabilities() const
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

QFuture<RegistrationResults> SqliteRegistrar::registerBatch(const RegistrationBatch &batch)
{
    QFuture<RegistrationResults> future = m_queue.add(batch);
    // Not QtConcurrent::run(): whoever waits for its future runs a batch that is still queued in
    // their own thread, before those that came earlier.
    m_writing.start([this] { registerNext(); });
    return future;
}

// Nobody takes the answer to a batch that was cancelled, so nothing is registered that can be left.
bool SqliteRegistrar::isWanted(const RegistrationGroup &group) const
{
    return !m_closing && group.isWanted();
}

// One call for each batch; those that came with an earlier one are done.
void SqliteRegistrar::registerNext()
{
    const RegistrationGroup group = m_queue.takeGroup();
    if (!group.parts.empty())
        registerNow(group);
}

void SqliteRegistrar::registerNow(const RegistrationGroup &group)
{
    if (const auto fault = m_fence.faultBefore(group.batch)) {
        group.answer(allFailed(group.batch, *fault));
        return;
    }
    const auto results = change(group);
    if (results) {
        group.answer(*results);
        return;
    }
    const RegistrationError fault = faultOf(results.error());
    if (group.parts.size() > 1 && !isTransient(faultClassOf(fault.code))) {
        // It may be the fault of one of them, and the others should not bear it.
        for (const RegistrationGroup &part : group.apart())
            registerNow(part);
        return;
    }
    // Given up or not: rows behind these must not overtake them.
    m_fence.close(group.batch, fault);
    group.answer(allFailed(group.batch, fault));
}

Expected<RegistrationResults> SqliteRegistrar::change(const RegistrationGroup &group)
{
    RegistrationResults results;
    QElapsedTimer sinceBegin;
    qint64 madeNs = 0;
    const auto written = m_store.change(
        [&](SqlDatabase &database) {
            sinceBegin.start();
            return write(database, group).map([&](RegistrationResults &&made) {
                results = std::move(made);
                madeNs = sinceBegin.nsecsElapsed();
            });
        },
        [&] { return isWanted(group); });
    if (!written)
        return tl::unexpected(written.error());
    const qint64 allNs = sinceBegin.nsecsElapsed();
    m_queue.learn(group, allNs / 1000, (allNs - madeNs) / 1000);
    return results;
}

Expected<RegistrationResults> SqliteRegistrar::write(
    SqlDatabase &database, const RegistrationGroup &group)
{
    if (!isWanted(group))
        return tl::unexpected(Error{ErrorCode::StoreBusy, {}});
    if (!m_statements)
        m_statements = std::make_unique<Statements>(database, m_audit.seals());
    const RegistrationBatch &batch = group.batch;
    const auto [run, isNew, hasEnded] = m_statements->runs.enter(batch.run);
    if (isNew)
        m_audit.begun(database, run, batch.run, batch.students.size());
    m_statements->runs.enterCourses(run, batch.courses);
    const BatchIdentities identities(batch.students, batch.rows);
    auto decision =
        m_statements->decider.decide(batch, identities, run, QDateTime::currentMSecsSinceEpoch());
    decision->setDuration(static_cast<qint32>(
        qMin<qint64>(group.since.elapsed(), std::numeric_limits<qint32>::max())));
    m_statements->writer.write(batch, *decision, run);
    // Whoever cancelled it did not wait for this.
    if (hasEnded)
        m_audit.outcomesCameLate(database, run, batch.run.id);
    return decision->takeResults();
}

QFuture<RegistrationResults> SqliteRegistrar::plan(const RegistrationBatch &batch)
{
    struct Question {
        const SqliteRegistrar *registrar;
        RegistrationBatch batch;
    };
    return QtConcurrent::run(&m_planning,
        [question = Handover<Question>({this, batch})](QPromise<RegistrationResults> &promise) {
            const SqliteRegistrar *registrar = question.value().registrar;
            auto results = registrar->planNow(question.value().batch,
                [&] { return promise.isCanceled() || registrar->m_closing; });
            if (results)
                promise.addResult(std::move(*results));
            else
                promise.future().cancel();
        });
}

std::optional<RegistrationResults> SqliteRegistrar::planNow(
    const RegistrationBatch &batch, const std::function<bool()> &stopped) const
{
    auto planned = m_store.read([&](SqlDatabase &database) {
        const qint64 run = SqlRuns(database).numberOf(batch.run.id);
        const BatchIdentities identities(batch.students, batch.rows);
        auto decision = SqlDecider(database, SqlDecider::Kept::Places)
                            .decide(batch, identities, run, 0, stopped);
        return decision ? std::make_optional(decision->takeResults()) : std::nullopt;
    });
    return planned ? *planned : allFailed(batch, faultOf(planned.error()));
}

} // namespace Rollbook
