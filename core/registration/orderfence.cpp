// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/orderfence.h"

#include "registration/faultclass.h"

namespace Rollbook
{

std::optional<RegistrationError> OrderFence::faultBefore(const RegistrationBatch &batch)
{
    const QMutexLocker lock(&m_mutex);
    const auto closed = m_closed.constFind(batch.run.id);
    if (closed == m_closed.cend())
        return std::nullopt;
    if (batch.round <= closed->round)
        return closed->fault;
    m_closed.erase(closed);
    return std::nullopt;
}

void OrderFence::close(const RegistrationBatch &batch, const RegistrationError &fault)
{
    if (!isTransient(faultClassOf(fault.code)))
        return;
    const QMutexLocker lock(&m_mutex);
    // What is left of an earlier round must not open it to this one.
    const auto closed = m_closed.constFind(batch.run.id);
    if (closed == m_closed.cend() || closed->round <= batch.round)
        m_closed.insert(batch.run.id, {batch.round, fault});
}

RegistrationResults allFailed(const RegistrationBatch &batch, const RegistrationError &fault)
{
    RegistrationResults results;
    results.reserve(batch.rows.size());
    for (const qint32 row : batch.rows) {
        StudentRegistrationResult result;
        result.row = row;
        result.attempts = batch.attempt;
        result.outcome = fault;
        results.append(std::move(result));
    }
    return results;
}

} // namespace Rollbook
