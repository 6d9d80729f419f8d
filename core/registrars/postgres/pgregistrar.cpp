// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgregistrar.h"

#include "postgres/pgbatchwriter.h"
#include "postgres/pgdatabase.h"
#include "postgres/pgfactsreader.h"
#include "sql/sqldecider.h"
#include "sql/sqlruns.h"

namespace Rollbook
{

namespace
{

// As many as a person has lists at work at once; they wait for the server, not for a processor.
constexpr int RunsAtOnce = 8;

} // namespace

PgRegistrar::PgRegistrar(PgStore &store, SqlRunAudit &audit)
    : GroupRegistrar(store)
    , m_server(store)
    , m_audit(audit)
{
    m_writing.setMaxThreadCount(RunsAtOnce);
}

PgRegistrar::~PgRegistrar()
{
    beginClosing();
    m_writing.waitForDone();
    endPlans();
}

RegistrarCapabilities PgRegistrar::capabilities() const
{
    RegistrarCapabilities capabilities = GroupRegistrar::capabilities();
    capabilities.runsAtOnce = RunsAtOnce;
    return capabilities;
}

QFuture<RegistrationResults> PgRegistrar::registerBatch(const RegistrationBatch &batch)
{
    const std::scoped_lock lock(m_mutex);
    std::shared_ptr<Lane> &lane = m_lanes[batch.run.id];
    const bool isNew = !lane;
    if (isNew)
        lane = std::make_shared<Lane>();
    QFuture<RegistrationResults> future = lane->queue.add(batch);
    ++lane->waiting;
    if (isNew)
        m_writing.start([this, id = batch.run.id, lane = lane] { goAlong(id, lane); });
    return future;
}

void PgRegistrar::goAlong(const QString &runId, const std::shared_ptr<Lane> &lane)
{
    for (;;) {
        {
            const std::scoped_lock lock(m_mutex);
            if (lane->waiting == 0) {
                m_lanes.erase(runId);
                return;
            }
        }
        const RegistrationGroup group = lane->queue.takeGroup();
        registerNow(group, lane->queue);
        const std::scoped_lock lock(m_mutex);
        lane->waiting -= std::ssize(group.parts);
    }
}

Expected<void> PgRegistrar::change(const RegistrationGroup &group, const SqlStore::Change &make,
    const SqlStore::Patience &patience)
{
    const StudentList &students = group.batch.students;
    const bool allHaveNumbers = std::all_of(group.batch.rows.cbegin(), group.batch.rows.cend(),
        [&](qint32 row) { return !students.field(row, StudentField::StudentId).isEmpty(); });
    // Addresses are not unique, so the server would not notice that two add the same person.
    return allHaveNumbers ? m_server.changeOfRun(group.batch.run.id, make, patience)
                          : m_server.change(make, patience);
}

RegistrationResults PgRegistrar::write(SqlDatabase &database, const RegistrationGroup &group)
{
    auto &tables = static_cast<PgDatabase &>(database);
    const RegistrationBatch &batch = group.batch;
    SqlRunWriter runs(database);
    const auto [run, isNew, hasEnded] = runs.enter(batch.run);
    runs.enterCourses(run, batch.courses);
    const BatchIdentities identities(batch.students, batch.rows);
    PgFactsReader facts(tables, PgFactsReader::Locking::ForRegistering);
    auto decision = SqlDecider(database, SqlDecider::Kept::Outcomes)
                        .decide(batch, identities, facts, run, database.now());
    setDuration(*decision, group);
    PgBatchWriter(tables.connection(), m_audit.seals()).write(batch, *decision, run);
    // Last: whoever writes an entry keeps others from it until the end, and must not wait itself.
    if (isNew)
        m_audit.begun(database, run, batch.run, batch.students.size());
    if (hasEnded)
        m_audit.outcomesCameLate(database, run, batch.run.id);
    return decision->takeResults();
}

std::optional<BatchDecision> PgRegistrar::decideWithoutWriting(SqlDatabase &database,
    const RegistrationBatch &batch, const BatchIdentities &identities, qint64 run,
    const StopCheck &stopped) const
{
    PgFactsReader facts(static_cast<PgDatabase &>(database), PgFactsReader::Locking::None);
    return SqlDecider(database, SqlDecider::Kept::Places)
        .decide(batch, identities, facts, run, 0, stopped);
}

} // namespace Rollbook
