// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pacedregistrar.h"

#include "noopregistrar.h"

#include <QPromise>

#include <memory>

namespace Rollbook::Bench
{

PacedRegistrar::PacedRegistrar(int rowsPerSecond)
    : m_rowsPerSecond(rowsPerSecond)
{
}

RegistrarCapabilities PacedRegistrar::capabilities() const
{
    return {.batchSize = 1000, .batchesInFlight = 32};
}

StudentRegistrationResult PacedRegistrar::outcomeOf(qint32 row)
{
    if (row % 20 == 7)
        return rejectedRow(row, ReasonCode::MissingPrerequisite, QStringLiteral("GO0"));
    StudentRegistrationResult result = NoopRegistrar::doRegistration(row);
    if (row % 10 == 3)
        result.outcome =
            StudentRegistration{RegistrationStatus::Waitlisted, true, row + 1, 1'800'000'000'000};
    return result;
}

QFuture<RegistrationResults> PacedRegistrar::registerBatch(const RegistrationBatch &batch)
{
    if (!m_clock.isValid())
        m_clock.start();
    m_rows += batch.rows.size();
    const qint64 due = m_rows * 1000 / m_rowsPerSecond;
    RegistrationResults results;
    results.reserve(batch.rows.size());
    for (const qint32 row : batch.rows)
        results += outcomeOf(row);
    auto promise = std::make_shared<QPromise<RegistrationResults>>();
    QFuture<RegistrationResults> future = promise->future();
    promise->start();
    const std::chrono::milliseconds wait(qMax<qint64>(0, due - m_clock.elapsed()));
    m_replies.enqueue({wait, std::move(promise), std::move(results)});
    return future;
}

} // namespace Rollbook::Bench
