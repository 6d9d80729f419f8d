// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit/outcomeseal.h"
#include "sql/sqlstore.h"

#include <map>
#include <mutex>
#include <optional>

namespace Rollbook
{

/// The seal of all that is recorded of a run (see outcomeseal.h), by its number in the store. Reads
/// all of it, but for the outcomes where those are in `outcomes` already. Throws what the database
/// throws.
QString sealOf(
    const SqlDatabase &database, qint64 run, std::optional<Sha256> outcomes = std::nullopt);

/// Digests the outcomes of runs while they are written, so that they need not be read again when
/// the run ends. Only in changes of the store; from any thread.
class RunningSeals
{
public:
    /// The store must outlive it.
    explicit RunningSeals(const SqlStore &store);

    /// From now on, for a run that has no outcomes.
    void start(SqlDatabase &database, qint64 run);
    /// What is recorded of the run is changed otherwise, or no more is to come.
    void forget(qint64 run);
    bool has(qint64 run) const;
    void add(qint64 run, qint32 row, std::string_view bytes);
    /// The digest of its outcomes; none when it is not certain to be that of what is in the table.
    std::optional<Sha256> take(SqlDatabase &database, qint64 run);

private:
    struct Running {
        ResultSeal seal;
        std::optional<SqlStore::Disturbance> before;
    };
    bool isWhole(SqlDatabase &database, qint64 run, const Running &running) const;

    // Runs that were given up stay until others come.
    static constexpr std::size_t Most = 8;

    const SqlStore &m_store;
    mutable std::mutex m_mutex;
    std::map<qint64, Running> m_seals; // by the run's number
};

} // namespace Rollbook
