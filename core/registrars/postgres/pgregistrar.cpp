// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgregistrar.h"

#include "postgres/pgbatchwriter.h"
#include "postgres/pgdatabase.h"
#include "postgres/pgfactsreader.h"
#include "sql/sqldecider.h"
#include "sql/sqlruns.h"
#include "sql/sqlvalues.h"

namespace Rollbook
{

namespace
{

// For the lists that a person has at work at once; they wait for the server, not for a processor.
constexpr int WritersAtOnce = 8;
// Who begins several together leaves some for others: each holds up to three connections, one of
// them for its claim, and a pooler with its usual settings has 20 for a user.
constexpr int RunsTogether = 4;
// Whose lanes are kept though nothing is in them.
constexpr std::size_t MostRuns = 16;

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

    /// Whether more is to be written than outcomes of the batch.
    bool isToBeWritten(const RegistrationBatch &batch) const
    {
        return number == 0 || hasEnded || courses < batch.courses.courses().size();
    }

    qint64 number; ///< 0: nothing yet
    bool hasEnded;
    qint64 courses;
    bool hasOutcomes; ///< for rows of the batch, which stay
    qint64 nowMs;
};

PgCommand PgRegistrar::RunSoFar::question(const RegistrationBatch &batch)
{
    // One stretch of rows after the other: asked for all rows at once the server reads those of the
    // whole run.
    constexpr std::string_view AnyOfThem =
        " EXISTS (SELECT FROM unnest($2::int[], $3::int[]) AS stretch (first, last)"
        " CROSS JOIN LATERAL (SELECT FROM run_results WHERE run = r.number"
        " AND roster_row BETWEEN stretch.first AND stretch.last"
        " AND status NOT IN ('failed', 'not_attempted') OFFSET 0) AS known),";
    PgArray firsts(PgArray::Element::Int);
    PgArray lasts(PgArray::Element::Int);
    for (qsizetype i = 0; i < batch.rows.size(); ++i) {
        const qint32 row = batch.rows.at(i);
        if (i == 0 || batch.rows.at(i - 1) != row - 1)
            firsts.addNumber(row + 1);
        if (i + 1 == batch.rows.size() || batch.rows.at(i + 1) != row + 1)
            lasts.addNumber(row + 1);
    }
    return {statementText({"SELECT r.number, r.state <> 'running',"
                           " (SELECT count(*) FROM run_courses WHERE run = r.number),",
                AnyOfThem,
                " (extract(epoch FROM clock_timestamp()) * 1000)::bigint"
                " FROM (VALUES ($1::text)) AS asked (id) LEFT JOIN runs r ON r.id = $1"}),
        {PgParameter(batch.run.id.toStdString()), firsts, lasts}};
}

PgRegistrar::PgRegistrar(PgStore &store, SqlRunAudit &audit)
    : GroupRegistrar(store)
    , m_server(store)
    , m_audit(audit)
{
    m_writing.setMaxThreadCount(WritersAtOnce);
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
    const Lanes lanes = lanesFor(batch);
    PgRunLanes::IdleLanes toBegin;
    const std::scoped_lock lock(m_mutex);
    QFuture<RegistrationResults> future = lanes->add(batch, toBegin);
    for (PgRunLanes::Lane *lane : toBegin)
        m_writing.start([this, lanes, lane] { goAlong(lanes, *lane); });
    return future;
}

// Where the lanes are others, what is in those of before is of a run that was left: nobody waits
// for it, so no more of it is written. What is being written is waited for: by who takes up the
// run, and by who wants a seat of that course.
PgRegistrar::Lanes PgRegistrar::lanesFor(const RegistrationBatch &batch)
{
    Lanes lanes = lanesOf(batch.run.id);
    if (lanes && lanes->suit(batch))
        return lanes;
    lanes = std::make_shared<PgRunLanes>(batch);
    const std::scoped_lock lock(m_mutex);
    m_lanes[batch.run.id] = lanes;
    if (m_lanes.size() > MostRuns) {
        std::erase_if(
            m_lanes, [&](const auto &run) { return run.second != lanes && run.second->isIdle(); });
    }
    return lanes;
}

PgRegistrar::Lanes PgRegistrar::lanesOf(const QString &runId)
{
    const std::scoped_lock lock(m_mutex);
    const auto lanes = m_lanes.find(runId);
    return lanes == m_lanes.cend() ? nullptr : lanes->second;
}

void PgRegistrar::goAlong(const Lanes & /*kept*/, PgRunLanes::Lane &lane)
{
    for (;;) {
        const RegistrationGroup group = lane.queue.takeGroup();
        registerNow(group, lane.queue);
        const std::scoped_lock lock(m_mutex);
        lane.waiting -= std::ssize(group.parts);
        if (lane.waiting == 0)
            return;
    }
}

Expected<std::chrono::nanoseconds> PgRegistrar::change(const RegistrationGroup &group,
    const SqlStore::Change &make, const SqlStore::Patience &patience)
{
    const Lanes lanes = lanesOf(group.batch.run.id);
    if (!lanes)
        return fail(ErrorCode::StoreBusy, {}); // of a run that was left
    PgStore::Beside beside{};
    return m_server.changeAsking(
        group.batch.run.id,
        [&] {
            PgStore::Asking asking = askingAbout(group.batch, *lanes);
            beside = asking.beside;
            return asking;
        },
        [&](SqlDatabase &database) {
            const auto &tables = static_cast<const PgDatabase &>(database);
            if (beside == PgStore::Beside::SameRun
                && RunSoFar(tables.begun().back()).isToBeWritten(group.batch)) {
                lanes->isToBeAlone = true;
                throw PgStore::Outdated();
            }
            return make(database);
        },
        patience);
}

// What the run has is asked last: nobody else can write outcomes for these courses by then.
PgStore::Asking PgRegistrar::askingAbout(const RegistrationBatch &batch, const PgRunLanes &lanes)
{
    PgStore::Asking asking;
    const bool allHaveNumbers = std::all_of(batch.rows.cbegin(), batch.rows.cend(),
        [&](qint32 row) { return !batch.students.field(row, StudentField::StudentId).isEmpty(); });
    // Addresses are not unique, so the server would not notice that two add the same person.
    if (allHaveNumbers) {
        const bool isOneOfSeveral =
            lanes.areSeveral() && !lanes.hasOtherNames && !lanes.isToBeAlone;
        asking.beside = isOneOfSeveral ? PgStore::Beside::SameRun : PgStore::Beside::OtherRuns;
    }
    if (!lanes.hasOtherNames) {
        asking.questions = PgFactsReader::questions(PgBatchCourses(batch),
            BatchIdentities(batch.students, batch.rows), PgFactsReader::Locking::ForRegistering);
    }
    asking.questions.push_back(RunSoFar::question(batch));
    return asking;
}

BatchDecision PgRegistrar::decide(const PgDatabase &tables, const RegistrationBatch &batch,
    const BatchIdentities &identities, qint64 run, const RunSoFar &soFar)
{
    PgFactsReader facts(tables, tables.begun().first(tables.begun().size() - 1));
    SqlDecider decider(
        tables, soFar.hasOutcomes ? SqlDecider::Kept::Outcomes : SqlDecider::Kept::Nothing);
    try {
        return *decider.decide(batch, identities, facts, run, soFar.nowMs);
    } catch (const PgStore::Outdated &) {
        if (const Lanes lanes = lanesOf(batch.run.id))
            lanes->hasOtherNames = true;
        throw;
    }
}

RegistrationResults PgRegistrar::write(SqlDatabase &database, const RegistrationGroup &group)
{
    auto &tables = static_cast<PgDatabase &>(database);
    const RegistrationBatch &batch = group.batch;
    const RunSoFar soFar(tables.begun().back());
    SqlRunWriter runs(database);
    const bool isNew = soFar.number == 0;
    const qint64 run = isNew ? runs.enterNew(batch.run) : soFar.number;
    runs.enterCourses(run, batch.courses, soFar.courses);
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
