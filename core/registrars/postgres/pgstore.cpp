// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgstore.h"

#include "postgres/pgdatabase.h"
#include "postgres/pgfault.h"
#include "postgres/pgrunclaim.h"
#include "postgres/pgschema.h"

#include <QCryptographicHash>
#include <QScopeGuard>
#include <QtEndian>

namespace Rollbook
{

namespace
{

// Of the advisory locks of this database, which other programs may use, too: "Roll". Whoever
// changes something in one table or another takes it alone, those who register share it. The server
// lets them through in the order in which they asked.
const std::string LockAlone = "SELECT pg_advisory_xact_lock(1383033964, 0)";
const std::string LockBesideOthers = "SELECT pg_advisory_xact_lock_shared(1383033964, 0)";
// Behind that, and before any course: who takes it waits for nobody who waits for it.
const std::string LockRun = "SELECT pg_advisory_xact_lock(1383033965, $1::int)";
const std::string LockRunBesideItself = "SELECT pg_advisory_xact_lock_shared(1383033965, $1::int)";

// All that is asked for while registering is asked for by key. A server reckons with slow disks and
// would read all students for a batch rather than look some hundred of them up. Where there is no
// key that makes it reckon with so much work that it compiles the query, which takes longer than
// all of it.
const std::string LookUpByKey =
    "SELECT set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)";

// Whoever brings the school up to date has locked it. The moment that is read at has to come after
// that, and a lock of a table does not begin it, which any question would.
const std::string WaitForNewerTables = "LOCK TABLE rollbook.schema_version IN ACCESS SHARE MODE";

// Others of the same kind can be in the way again, but hardly that often.
constexpr int MostTurns = 10;
constexpr std::size_t MostIdle = 4;

// Serialization failure, deadlock detected: of those who met one had to give way.
bool hadToGiveWay(const PgFault &fault)
{
    return fault.sqlState() == "40001" || fault.sqlState() == "40P01";
}

// A student whom nobody knew when it was asked was added before this transaction did.
bool cameTooLate(const PgFault &fault)
{
    return fault.sqlState() == "23505" // unique_violation
        && fault.message().contains("students_student_id_key");
}

// Two runs of one number only wait for each other.
qint64 numberOfLock(const QString &runId)
{
    const QByteArray digest = QCryptographicHash::hash(runId.toUtf8(), QCryptographicHash::Sha256);
    return qFromBigEndian<qint32>(digest.constData());
}

// Also with a transaction that failed, which waits to be taken back.
bool isAtWork(const PgConnection &connection)
{
    return connection.isInTransaction() || connection.hasFailedTransaction();
}

Expected<void> withoutDuration(const Expected<std::chrono::nanoseconds> &made)
{
    return made ? Expected<void>() : tl::unexpected(made.error());
}

std::vector<PgCommand> locksFor(PgStore::Beside beside, const QString &runId)
{
    if (beside == PgStore::Beside::Nobody)
        return {{"BEGIN"}, {LockAlone}};
    const std::string &lockRun = beside == PgStore::Beside::SameRun ? LockRunBesideItself : LockRun;
    return {{"BEGIN"}, {LookUpByKey}, {LockBesideOthers}, {lockRun, {numberOfLock(runId)}}};
}

} // namespace

PgStore::PgStore(PgAddress address, QString displayName, std::unique_ptr<PgConnection> connection)
    : m_address(std::move(address))
    , m_name(std::move(displayName))
{
    giveBack(std::move(connection));
}

std::unique_ptr<PgConnection> PgStore::connection(const Patience &patience) const
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_idle.empty()) {
            auto idle = std::move(m_idle.back());
            m_idle.pop_back();
            idle->setPatience(patience);
            return idle;
        }
    }
    return std::make_unique<PgConnection>(m_address, patience);
}

void PgStore::giveBack(std::unique_ptr<PgConnection> connection) const
{
    if (!connection->isOpen() || isAtWork(*connection))
        return;
    connection->setPatience({});
    const std::scoped_lock lock(m_mutex);
    if (m_idle.size() < MostIdle)
        m_idle.push_back(std::move(connection));
}

// The version is asked for behind the locks, so that whoever has brought the school up to date in
// between is noticed; what is asked after that may fail in tables that are new.
Expected<std::vector<PgResult>> PgStore::beginWith(
    const Beginning &beginning, PgConnection &connection) const
{
    std::vector<PgCommand> all = beginning.locks;
    const std::size_t version = all.size();
    all.push_back({PgSchema::AskForOldestProgram});
    all.insert(all.end(), beginning.questions.cbegin(), beginning.questions.cend());
    auto [results, fault] = connection.tryAll(all);
    if (results.size() > version) {
        const auto fits = PgSchema::checkStillFits(results[version], m_name);
        if (!fits)
            return tl::unexpected(fits.error());
    }
    if (fault)
        throw *fault;
    results.erase(results.begin(), results.begin() + static_cast<std::ptrdiff_t>(version + 1));
    return std::move(results);
}

Expected<PgStore::Duration> PgStore::transaction(
    const Beginning &beginning, const Change &make, const Patience &patience) const
{
    auto used = connection(patience);
    Expected<std::vector<PgResult>> begun;
    try {
        begun = beginWith(beginning, *used);
    } catch (const PgFault &fault) {
        // It broke while nobody looked; those that were kept beside it will have, too.
        if (!fault.isOutage())
            throw;
        {
            const std::scoped_lock lock(m_mutex);
            m_idle.clear();
        }
        used = connection(patience);
        begun = beginWith(beginning, *used);
    }
    const auto tidy = qScopeGuard([&] {
        try {
            used->setPatience({});
            if (used->isOpen())
                used->rollback();
            giveBack(std::move(used));
        } catch (const PgFault &) {
            // Without its connection a transaction is taken back anyway.
        }
    });
    if (!begun)
        return tl::unexpected(begun.error());
    PgDatabase tables(*used, std::move(*begun));
    const auto made = make(tables);
    if (!made)
        return tl::unexpected(made.error());
    return used->commit();
}

Expected<PgStore::Duration> PgStore::inTurns(
    const std::vector<PgCommand> &locks, const Change &make, const Patience &patience) const
{
    return inTurns([&] { return Beginning{locks}; }, make, patience);
}

Expected<PgStore::Duration> PgStore::inTurns(
    const std::function<Beginning()> &begin, const Change &make, const Patience &patience) const
{
    try {
        for (int turn = 1;; ++turn) {
            const Beginning beginning = begin();
            try {
                return transaction(beginning, make, patience);
            } catch (const Outdated &) {
                if (turn == MostTurns)
                    return tl::unexpected(postgresError(PgFault(PgFault::Kind::GaveUp), m_name));
            } catch (const PgFault &fault) {
                const bool isOutdated = !beginning.questions.empty() && cameTooLate(fault);
                if (isOutdated && turn == MostTurns)
                    return tl::unexpected(postgresError(PgFault(PgFault::Kind::GaveUp), m_name));
                if (!isOutdated && (!hadToGiveWay(fault) || turn == MostTurns))
                    throw;
            }
        }
    } catch (const PgFault &fault) {
        return tl::unexpected(postgresError(fault, m_name));
    } catch (const std::exception &exception) {
        return fail(ErrorCode::Internal, QString::fromUtf8(exception.what()));
    }
}

void PgStore::waitToBeAlone(PgConnection &connection)
{
    connection.execute(LockAlone);
}

Expected<void> PgStore::change(const Change &make, const Patience &patience)
{
    return withoutDuration(inTurns(locksFor(Beside::Nobody, {}), make, patience));
}

Expected<void> PgStore::changeOfRun(const QString &id, const Change &make, const Patience &patience)
{
    return withoutDuration(inTurns(locksFor(Beside::OtherRuns, id), make, patience));
}

Expected<std::chrono::nanoseconds> PgStore::changeAsking(const QString &runId,
    const std::function<Asking()> &asking, const Change &make, const Patience &patience)
{
    const auto begin = [&] {
        Asking how = asking();
        return Beginning{locksFor(how.beside, runId), std::move(how.questions)};
    };
    return inTurns(begin, make, patience);
}

Expected<void> PgStore::readAll(const std::function<void(SqlDatabase &database)> &question) const
{
    return withoutDuration(
        inTurns({{"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}, {WaitForNewerTables}},
            [&question](SqlDatabase &database) -> Expected<void> {
                question(database);
                return {};
            },
            {}));
}

Expected<std::unique_ptr<RunClaim>> PgStore::claim(const QString &runId, const Patience &patience)
{
    try {
        return PgRunClaim::take(m_address, runId, patience);
    } catch (const PgFault &fault) {
        return tl::unexpected(postgresError(fault, m_name));
    }
}

bool PgStore::isClaimed(const QString &runId) const
{
    bool claimed = false;
    const auto asked = inTurns({{"BEGIN"}},
        [&](SqlDatabase &database) -> Expected<void> {
            claimed = PgRunClaim::isTaken(static_cast<PgDatabase &>(database).connection(), runId);
            return {};
        },
        {});
    // Who cannot be asked does not say that anybody works on it.
    return asked && claimed;
}

std::optional<SqlStore::Disturbance> PgStore::disturbance(SqlDatabase & /*database*/) const
{
    return std::nullopt;
}

} // namespace Rollbook
