// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit/outcomeseal.h"
#include "sqlite/sqlitewriter.h"

#include <map>
#include <optional>

namespace Rollbook
{

/// The seal of all that is recorded of a run (see outcomeseal.h), by its number in the store. Reads
/// all of it, but for the outcomes where those are in `outcomes` already. Throws SQLite::Exception.
QString sealOf(
    const SQLite::Database &database, qint64 run, std::optional<Sha256> outcomes = std::nullopt);

/// Digests the outcomes of runs while they are written, so that they need not be read again when
/// the run ends. Only in changes of the writer.
class RunningSeals
{
public:
    /// The writer must outlive it.
    explicit RunningSeals(const SqliteWriter &writer);

    /// From now on, for a run that has no outcomes.
    void start(SQLite::Database &database, qint64 run);
    /// What is recorded of the run is changed otherwise, or no more is to come.
    void forget(qint64 run);
    bool has(qint64 run) const { return m_seals.count(run) != 0; }
    void add(qint64 run, qint32 row, std::string_view bytes);
    /// The digest of its outcomes; none when it is not certain to be that of what is in the file.
    std::optional<Sha256> take(SQLite::Database &database, qint64 run);

private:
    struct Running {
        ResultSeal seal;
        SqliteWriter::Disturbance before;
    };
    // Runs that were given up stay until others come.
    static constexpr std::size_t Most = 8;

    const SqliteWriter &m_writer;
    std::map<qint64, Running> m_seals; // by the run's number
};

} // namespace Rollbook
