// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqliteregistrar.h"

#include "sql/sqlbatchwriter.h"
#include "sql/sqldecider.h"
#include "sql/sqlfactsreader.h"
#include "sql/sqlruns.h"

namespace Rollbook
{

struct SqliteRegistrar::Statements {
    Statements(const SqlDatabase &database, RunningSeals &seals)
        : runs(database)
        , facts(database)
        , decider(database, SqlDecider::Kept::Outcomes)
        , writer(database, seals)
    {
    }

    SqlRunWriter runs;
    SqlFactsReader facts;
    SqlDecider decider;
    SqlBatchWriter writer;
};

SqliteRegistrar::SqliteRegistrar(SqlStore &store, SqlRunAudit &audit)
    : GroupRegistrar(store)
    , m_audit(audit)
{
    m_writing.setMaxThreadCount(1);
}

SqliteRegistrar::~SqliteRegistrar()
{
    beginClosing();
    m_writing.waitForDone();
    endPlans();
}

QFuture<RegistrationResults> SqliteRegistrar::registerBatch(const RegistrationBatch &batch)
{
    QFuture<RegistrationResults> future = m_queue.add(batch);
    // Not QtConcurrent::run(): whoever waits for its future runs a batch that is still queued in
    // their own thread, before those that came earlier.
    m_writing.start([this] { registerNext(); });
    return future;
}

// One call for each batch; those that came with an earlier one are done.
void SqliteRegistrar::registerNext()
{
    const RegistrationGroup group = m_queue.takeGroup();
    if (!group.parts.empty())
        registerNow(group, m_queue);
}

Expected<std::chrono::nanoseconds> SqliteRegistrar::change(const RegistrationGroup & /*group*/,
    const SqlStore::Change &make, const SqlStore::Patience &patience)
{
    QElapsedTimer sinceMade;
    const auto changed = store().change(
        [&](SqlDatabase &database) {
            auto made = make(database);
            sinceMade.start();
            return made;
        },
        patience);
    if (!changed)
        return tl::unexpected(changed.error());
    return std::chrono::nanoseconds(sinceMade.nsecsElapsed());
}

RegistrationResults SqliteRegistrar::write(SqlDatabase &database, const RegistrationGroup &group)
{
    if (!m_statements)
        m_statements = std::make_unique<Statements>(database, m_audit.seals());
    const RegistrationBatch &batch = group.batch;
    const auto [run, isNew, hasEnded] = m_statements->runs.enter(batch.run);
    if (isNew)
        m_audit.begun(database, run, batch.run, batch.students.size());
    m_statements->runs.enterCourses(run, batch.courses);
    const BatchIdentities identities(batch.students, batch.rows);
    auto decision =
        m_statements->decider.decide(batch, identities, m_statements->facts, run, database.now());
    setDuration(*decision, group);
    m_statements->writer.write(batch, *decision, run);
    // Whoever cancelled it did not wait for this.
    if (hasEnded)
        m_audit.outcomesCameLate(database, run, batch.run.id);
    return decision->takeResults();
}

std::optional<BatchDecision> SqliteRegistrar::decideWithoutWriting(SqlDatabase &database,
    const RegistrationBatch &batch, const BatchIdentities &identities, qint64 run,
    const StopCheck &stopped) const
{
    SqlFactsReader facts(database);
    return SqlDecider(database, SqlDecider::Kept::Places)
        .decide(batch, identities, facts, run, 0, stopped);
}

} // namespace Rollbook
