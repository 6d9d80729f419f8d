// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/batchdecision.h"
#include "rules/factsreader.h"
#include "sql/sqldatabase.h"

namespace Rollbook
{

/// Decides batches from what the database holds in the current transaction, writing nothing. Throws
/// what the database throws.
class SqlDecider
{
public:
    /// What a row keeps that the run has an outcome for already.
    enum class Kept : quint8 {
        Nothing,  ///< it has none
        Outcomes, ///< all but faults
        Places,   ///< seats and waiting-list places only: what would happen if it were asked again
    };
    SqlDecider(const SqlDatabase &database, Kept kept);

    /// run: its number in the store, 0 when it has none; nowMs: the moment of new registrations.
    /// The batch and the identities must outlive the answer, which is none once stopped() was true.
    std::optional<BatchDecision> decide(
        const RegistrationBatch &batch, const BatchIdentities &identities, FactsReader &facts,
        qint64 run, qint64 nowMs, const FactsReader::StopCheck &stopped = [] { return false; });

private:
    RegistrationResults earlierResults(const RegistrationBatch &batch, qint64 run);

    Kept m_kept;
    SqlStatement m_earlier;
};

} // namespace Rollbook
