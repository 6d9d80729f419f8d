// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqliteregistrar.h"

#include "domain/handover.h"
#include "sqlite/sqlitebatchwriter.h"
#include "sqlite/sqlitedecider.h"
#include "sqlite/sqliteerrors.h"
#include "sqlite/sqliteruns.h"

#include <QElapsedTimer>
#include <QPromise>
#include <QtConcurrent>

#include <limits>

namespace Rollbook
{

namespace
{

constexpr int BatchSize = 2000;
// One is being written, one is on its way back, one waits, so that the writer never does.
constexpr int BatchesInFlight = 3;
constexpr int PlansAtOnce = 2;

} // namespace

struct SqliteRegistrar::Task {
    SqliteRegistrar *registrar = nullptr;
    RegistrationBatch batch;
    QElapsedTimer since;
    std::shared_ptr<QPromise<RegistrationResults>> promise;
};

struct SqliteRegistrar::Statements {
    explicit Statements(const SQLite::Database &database)
        : runs(database)
        , decider(database, SqliteDecider::Kept::Outcomes)
        , writer(database)
    {
    }

    SqliteRunWriter runs;
    SqliteDecider decider;
    SqliteBatchWriter writer;
};

SqliteRegistrar::SqliteRegistrar(SqliteFile file, SqliteWriter &writer)
    : m_file(std::move(file))
    , m_writer(writer)
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
    Task task{this, batch, {}, std::make_shared<QPromise<RegistrationResults>>()};
    task.since.start();
    QFuture<RegistrationResults> future = task.promise->future();
    task.promise->start();
    // Not QtConcurrent::run(): whoever waits for its future runs a batch that is still queued in
    // their own thread, before those that came earlier.
    m_writing.start([handover = Handover<Task>(std::move(task))] {
        const Task &queued = handover.value();
        queued.promise->addResult(queued.registrar->registerNow(queued));
        queued.promise->finish();
    });
    return future;
}

// Nobody takes the answer to a batch that was cancelled, so nothing is registered that can be left.
bool SqliteRegistrar::isWanted(const Task &task) const
{
    return !m_closing && !task.promise->isCanceled();
}

RegistrationResults SqliteRegistrar::registerNow(const Task &task)
{
    if (const auto fault = m_fence.faultBefore(task.batch))
        return allFailed(task.batch, *fault);
    RegistrationResults results;
    const auto written = m_writer.change(
        [&](SQLite::Database &database) {
            return write(database, task).map([&results](RegistrationResults &&made) {
                results = std::move(made);
            });
        },
        [&] { return isWanted(task); });
    if (written)
        return results;
    // Given up or not: rows behind these must not overtake them.
    const RegistrationError fault = faultOf(written.error());
    m_fence.close(task.batch, fault);
    return allFailed(task.batch, fault);
}

Expected<RegistrationResults> SqliteRegistrar::write(SQLite::Database &database, const Task &task)
{
    if (!isWanted(task))
        return tl::unexpected(Error{ErrorCode::StoreBusy, {}});
    if (!m_statements)
        m_statements = std::make_unique<Statements>(database);
    const qint64 run = m_statements->runs.enter(task.batch.run);
    m_statements->runs.enterCourses(run, task.batch.courses);
    const BatchIdentities identities(task.batch.students, task.batch.rows);
    auto decision = m_statements->decider.decide(
        task.batch, identities, run, QDateTime::currentMSecsSinceEpoch());
    decision->setDuration(static_cast<qint32>(
        qMin<qint64>(task.since.elapsed(), std::numeric_limits<qint32>::max())));
    m_statements->writer.write(task.batch, *decision, run);
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
    auto planned = m_file.read([&](SQLite::Database &database) {
        const qint64 run = SqliteRuns(database).numberOf(batch.run.id);
        const BatchIdentities identities(batch.students, batch.rows);
        auto decision = SqliteDecider(database, SqliteDecider::Kept::Places)
                            .decide(batch, identities, run, 0, stopped);
        return decision ? std::make_optional(decision->takeResults()) : std::nullopt;
    });
    return planned ? *planned : allFailed(batch, faultOf(planned.error()));
}

} // namespace Rollbook
