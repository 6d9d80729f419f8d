// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postgres/pgconnection.h"
#include "sql/sqlstore.h"

#include <chrono>
#include <mutex>

namespace Rollbook
{

/// A school on a PostgreSQL server: as many connections as are needed at once, kept for the next
/// question. One that broke is replaced, so that the next one who asks finds the server again.
class PgStore : public SqlStore
{
public:
    /// The name is for people. The connection is the first of its own.
    PgStore(PgAddress address, QString displayName, std::unique_ptr<PgConnection> connection);
    ~PgStore() override = default;

    /// Alone with the tables: waits for those who register, and they wait for it.
    Expected<void> change(const Change &make, const Patience &patience = {}) override;
    /// Has a transaction of this connection wait until it is alone in the same way. Throws PgFault.
    static void waitToBeAlone(PgConnection &connection);
    /// Beside others who register, or whose runs begin and end; what it looks at of courses and
    /// students it has to lock itself. Made again where it met others in such a way that one has to
    /// give way.
    Expected<void> changeOfRun(
        const QString &id, const Change &make, const Patience &patience = {}) override;

    /// Who may write at the same time.
    enum class Beside : quint8 {
        SameRun, ///< also who registers other rows of this run
        OtherRuns,
        Nobody,
    };
    /// How a transaction begins that asks in the same round trip.
    struct Asking {
        Beside beside = Beside::Nobody;
        std::vector<PgCommand> questions;
    };
    /// changeOfRun() or change() with questions, whose answers are PgDatabase::begun(). asking is
    /// called again for each turn. How long the commit alone took.
    Expected<std::chrono::nanoseconds> changeAsking(const QString &runId,
        const std::function<Asking()> &asking, const Change &make, const Patience &patience);

    Expected<std::unique_ptr<RunClaim>> claim(
        const QString &runId, const Patience &patience = {}) override;
    bool isClaimed(const QString &runId) const override;
    bool comesBack() const override { return true; }
    /// None: a server does not tell who else wrote.
    std::optional<Disturbance> disturbance(SqlDatabase &database) const override;

    /// For a change that began with what is not so any more: it is made again from the start.
    struct Outdated : std::exception {
    };

protected:
    Expected<void> readAll(
        const std::function<void(SqlDatabase &database)> &question) const override;

private:
    using Duration = std::chrono::nanoseconds;

    /// How a transaction begins: with locks, and then with questions.
    struct Beginning {
        std::vector<PgCommand> locks;
        std::vector<PgCommand> questions = {};
    };
    /// What the questions answer. Refused (StoreNewer) where the school was brought up to date
    /// meanwhile, for newer programs only. The transaction is begun then, too.
    Expected<std::vector<PgResult>> beginWith(
        const Beginning &beginning, PgConnection &connection) const;
    std::unique_ptr<PgConnection> connection(const Patience &patience) const;
    void giveBack(std::unique_ptr<PgConnection> connection) const;
    /// A transaction; an error in the answer, or a fault, takes it back. How long its commit took.
    Expected<Duration> transaction(
        const Beginning &beginning, const Change &make, const Patience &patience) const;
    /// Again from the start, with another beginning, where it was Outdated or had to give way.
    Expected<Duration> inTurns(const std::function<Beginning()> &begin, const Change &make,
        const Patience &patience) const;
    Expected<Duration> inTurns(
        const std::vector<PgCommand> &locks, const Change &make, const Patience &patience) const;

    PgAddress m_address;
    QString m_name;
    mutable std::mutex m_mutex;
    mutable std::vector<std::unique_ptr<PgConnection>> m_idle;
};

} // namespace Rollbook
