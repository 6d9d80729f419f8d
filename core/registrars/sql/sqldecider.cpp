// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqldecider.h"

#include "sql/sqlresults.h"
#include "sql/sqlvalues.h"

namespace Rollbook
{

namespace
{
constexpr qsizetype RowsBetweenStopChecks = 1024;
} // namespace

SqlDecider::SqlDecider(const SqlDatabase &database, Kept kept)
    : m_kept(kept)
    , m_earlier(database,
          std::string("SELECT ") + ResultColumns
              + " FROM run_results WHERE run = ?1 AND roster_row BETWEEN ?2 AND ?3"
                " AND status NOT IN ('failed', 'not_attempted'"
              + (kept == Kept::Places ? ", 'rejected'" : "") + ") ORDER BY roster_row")
{
}

std::optional<BatchDecision> SqlDecider::decide(const RegistrationBatch &batch,
    const BatchIdentities &identities, FactsReader &facts, qint64 run, qint64 nowMs,
    const FactsReader::StopCheck &stopped)
{
    const RegistrationResults earlier = earlierResults(batch, run);
    BatchDecision decision(batch, identities, facts.read(batch, identities, run, stopped), nowMs);
    auto known = earlier.cbegin();
    for (qsizetype position = 0; position < batch.rows.size(); ++position) {
        if (position % RowsBetweenStopChecks == 0 && stopped())
            return std::nullopt;
        while (known != earlier.cend() && known->row < batch.rows[position])
            ++known;
        if (known != earlier.cend() && known->row == batch.rows[position])
            decision.keep(*known);
        else
            decision.decide(position);
    }
    return decision;
}

RegistrationResults SqlDecider::earlierResults(const RegistrationBatch &batch, qint64 run)
{
    RegistrationResults earlier;
    if (m_kept == Kept::Nothing || run == 0 || batch.rows.isEmpty())
        return earlier;
    bindValue(fresh(m_earlier), 1, run);
    m_earlier.bind(2, batch.rows.first() + 1);
    m_earlier.bind(3, batch.rows.last() + 1);
    while (m_earlier.executeStep())
        earlier += resultAt(m_earlier);
    return earlier;
}

} // namespace Rollbook
