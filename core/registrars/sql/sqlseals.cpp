// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlseals.h"

#include "sql/sqlvalues.h"

namespace Rollbook
{

namespace
{

struct Part {
    SealedTable table;
    const char *rows;
};

// The tables and columns of outcomeseal.h.
constexpr std::array<Part, 4> Parts{{
    {SealedTable::Results,
        "SELECT roster_row, coalesce(course, -1), student_id, given_name, family_name, email,"
        " birth_date, grade_level, notes, status, reason, argument, waiting, number,"
        " registered_at, attempts, duration_ms FROM run_results WHERE run = ?1 ORDER BY "
        "roster_row"},
    {SealedTable::UndoResults,
        "SELECT roster_row, status, reason, argument, waiting, number FROM undo_results"
        " WHERE run = ?1 ORDER BY roster_row"},
    {SealedTable::Courses,
        "SELECT position, code, term FROM run_courses WHERE run = ?1 ORDER BY position"},
    {SealedTable::Runs,
        "SELECT id, started_at, coalesce(ended_at, -1), started_by, roster_name, course_name,"
        " when_full, unknown_students, state, registered, waitlisted, already_registered,"
        " rejected, failed, not_attempted, roster_path, roster_hash, registrar, kind,"
        " coalesce(undone_run, ''), withdrawn, left_as_it_is, nothing_to_undo"
        " FROM runs WHERE number = ?1"},
}};

void addRows(Sha256 &hash, const SqlDatabase &database, const Part &part, qint64 run)
{
    SqlStatement lines(database, part.rows, SqlStatement::Lines::VeryMany);
    bindValue(lines, 1, run);
    SealedRow row;
    while (lines.executeStep()) {
        row.begin(part.table);
        for (int column = 0; column < lines.line().columnCount(); ++column) {
            if (lines.line().isNumber(column))
                row.add(lines.line().number(column));
            else
                row.add(lines.line().text(column));
        }
        hash.add(row.bytes());
    }
}

} // namespace

QString sealOf(const SqlDatabase &database, qint64 run, std::optional<Sha256> outcomes)
{
    const bool isBegun = outcomes.has_value();
    Sha256 hash = isBegun ? std::move(*outcomes) : Sha256();
    for (const Part &part : Parts) {
        if (part.table != SealedTable::Results || !isBegun)
            addRows(hash, database, part, run);
    }
    return hash.hex();
}

RunningSeals::RunningSeals(const SqlStore &store)
    : m_store(store)
{
}

void RunningSeals::start(SqlDatabase &database, qint64 run)
{
    const auto before = m_store.disturbance(database);
    const std::scoped_lock lock(m_mutex);
    m_seals.insert_or_assign(run, Running{ResultSeal(), before});
    if (m_seals.size() > Most)
        m_seals.erase(m_seals.begin());
}

void RunningSeals::forget(qint64 run)
{
    const std::scoped_lock lock(m_mutex);
    m_seals.erase(run);
}

bool RunningSeals::has(qint64 run) const
{
    const std::scoped_lock lock(m_mutex);
    return m_seals.count(run) != 0;
}

void RunningSeals::add(qint64 run, qint32 row, std::string_view bytes)
{
    const std::scoped_lock lock(m_mutex);
    const auto running = m_seals.find(run);
    if (running != m_seals.end() && !running->second.seal.add(row, bytes))
        m_seals.erase(running);
}

std::optional<Sha256> RunningSeals::take(SqlDatabase &database, qint64 run)
{
    std::unique_lock lock(m_mutex);
    auto running = m_seals.extract(run);
    lock.unlock();
    if (!running || !isWhole(database, run, running.mapped()))
        return std::nullopt;
    return running.mapped().seal.take();
}

// Where a store does not tell who else wrote: each row was added once, and nobody has gone on with
// the run since it began, who might have written others in place of some that were never committed.
bool RunningSeals::isWhole(SqlDatabase &database, qint64 run, const Running &running) const
{
    if (running.before)
        return running.before == m_store.disturbance(database);
    SqlStatement recorded(database,
        "SELECT (SELECT count(*) FROM run_results WHERE run = ?1),"
        " (SELECT count(*) FROM audit_entries"
        "  WHERE run <> '' AND run = (SELECT id FROM runs WHERE number = ?1))");
    bindValue(recorded, 1, run);
    recorded.executeStep();
    constexpr int ItsBeginning = 1;
    return intAt(recorded, 0) == running.seal.rows() && intAt(recorded, 1) == ItsBeginning;
}

} // namespace Rollbook
