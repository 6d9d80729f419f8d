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
// Who begins several together leaves some for others: each holds two connections, one of them for
// its claim, and a pooler with its usual settings has 20 for a user.
constexpr int RunsTogether = 4;

} // namespace

/// What the school knows of the run of a batch.
struct PgRegistrar::RunSoFar {
    static PgCommand question(const RegistrationBatch &batch);
    explicit RunSoFar(const PgResult &answer)
        : number(answer.number(0, 0))
        , hasEnded(answer.number(0, 1) != 0)
        , courses(answer.number(0, 2))
        , hasOutcomes(answer.number(0, 3) != 0)
        , nowMs(answer.number(0, 4))
    {
    }

    qint64 number; ///< 0: nothing yet
    bool hasEnded;
    qint64 courses;
    bool hasOutcomes; ///< between the first and the last row of the batch, which stay
    qint64 nowMs;
};

PgCommand PgRegistrar::RunSoFar::question(const RegistrationBatch &batch)
{
    const qint64 first = batch.rows.isEmpty() ? 0 : batch.rows.first();
    const qint64 last = batch.rows.isEmpty() ? 0 : batch.rows.last();
    return {"SELECT r.number, r.state <> 'running',"
            " (SELECT count(*) FROM run_courses WHERE run = r.number),"
            " EXISTS (SELECT FROM run_results WHERE run = r.number"
            " AND roster_row BETWEEN $2 AND $3 AND status NOT IN ('failed', 'not_attempted')),"
            " (extract(epoch FROM clock_timestamp()) * 1000)::bigint"
            " FROM (VALUES ($1::text)) AS asked (id) LEFT JOIN runs r ON r.id = $1",
        {PgParameter(batch.run.id.toStdString()), first + 1, last + 1}};
}

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
    capabilities.runsAtOnce = RunsTogether;
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

Expected<std::chrono::nanoseconds> PgRegistrar::change(const RegistrationGroup &group,
    const SqlStore::Change &make, const SqlStore::Patience &patience)
{
    const RegistrationBatch &batch = group.batch;
    const bool allHaveNumbers = std::all_of(batch.rows.cbegin(), batch.rows.cend(),
        [&](qint32 row) { return !batch.students.field(row, StudentField::StudentId).isEmpty(); });
    // Addresses are not unique, so the server would not notice that two add the same person.
    return m_server.changeAsking(
        allHaveNumbers ? PgStore::Beside::Others : PgStore::Beside::Nobody, batch.run.id,
        [&] { return questionsAbout(batch); }, make, patience);
}

std::vector<PgCommand> PgRegistrar::questionsAbout(const RegistrationBatch &batch)
{
    std::vector<PgCommand> questions{RunSoFar::question(batch)};
    if (hasNamesOfItsOwn(batch.run.id))
        return questions;
    const BatchIdentities identities(batch.students, batch.rows);
    for (PgCommand &question : PgFactsReader::questions(
             PgBatchCourses(batch), identities, PgFactsReader::Locking::ForRegistering))
        questions.push_back(std::move(question));
    return questions;
}

bool PgRegistrar::hasNamesOfItsOwn(const QString &runId)
{
    const std::scoped_lock lock(m_mutex);
    return m_otherNames.contains(runId);
}

BatchDecision PgRegistrar::decide(const PgDatabase &tables, const RegistrationBatch &batch,
    const BatchIdentities &identities, qint64 run, const RunSoFar &soFar)
{
    PgFactsReader facts(tables, tables.begun().subspan(1));
    SqlDecider decider(
        tables, soFar.hasOutcomes ? SqlDecider::Kept::Outcomes : SqlDecider::Kept::Nothing);
    try {
        return *decider.decide(batch, identities, facts, run, soFar.nowMs);
    } catch (const PgStore::Outdated &) {
        const std::scoped_lock lock(m_mutex);
        m_otherNames.insert(batch.run.id);
        throw;
    }
}

RegistrationResults PgRegistrar::write(SqlDatabase &database, const RegistrationGroup &group)
{
    auto &tables = static_cast<PgDatabase &>(database);
    const RegistrationBatch &batch = group.batch;
    const RunSoFar soFar(tables.begun().front());
    SqlRunWriter runs(database);
    const bool isNew = soFar.number == 0;
    const qint64 run = isNew ? runs.enter(batch.run).number : soFar.number;
    if (soFar.courses < batch.courses.courses().size())
        runs.enterCourses(run, batch.courses);
    const BatchIdentities identities(batch.students, batch.rows);
    BatchDecision decision = decide(tables, batch, identities, run, soFar);
    setDuration(decision, group);
    PgBatchWriter(tables.connection(), m_audit.seals()).write(batch, decision, run);
    // Last: whoever writes an entry keeps others from it until the end, and must not wait itself.
    if (isNew)
        m_audit.begun(database, run, batch.run, batch.students.size());
    if (soFar.hasEnded)
        m_audit.outcomesCameLate(database, run, batch.run.id);
    return decision.takeResults();
}

std::optional<BatchDecision> PgRegistrar::decideWithoutWriting(SqlDatabase &database,
    const RegistrationBatch &batch, const BatchIdentities &identities, qint64 run,
    const StopCheck &stopped) const
{
    PgFactsReader facts(static_cast<PgDatabase &>(database));
    return SqlDecider(database, SqlDecider::Kept::Places)
        .decide(batch, identities, facts, run, 0, stopped);
}

} // namespace Rollbook
