// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "waitingregistrar.h"

#include "noopregistrar.h"

namespace Rollbook::Bench
{

WaitingRegistrar::WaitingRegistrar(int latencyMs)
    : m_latency(latencyMs)
{
}

RegistrarCapabilities WaitingRegistrar::capabilities() const
{
    return {.batchSize = 50, .batchesInFlight = 1000};
}

QFuture<RegistrationResults> WaitingRegistrar::registerBatch(const RegistrationBatch &batch)
{
    RegistrationResults results;
    results.reserve(batch.rows.size());
    for (const qint32 row : batch.rows)
        results += NoopRegistrar::doRegistration(row);
    auto promise = std::make_shared<QPromise<RegistrationResults>>();
    QFuture<RegistrationResults> future = promise->future();
    promise->start();
    m_replies.enqueue({m_latency, std::move(promise), std::move(results)});
    return future;
}

} // namespace Rollbook::Bench
