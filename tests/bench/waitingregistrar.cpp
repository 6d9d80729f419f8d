// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "waitingregistrar.h"

#include "noopregistrar.h"

namespace Rollbook::Bench
{

WaitingRegistrar::WaitingRegistrar(int latencyMs)
    : m_latencyMs(latencyMs)
{
    auto *queue = new ReplyQueue;
    queue->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, queue, &QObject::deleteLater);
    connect(this, &WaitingRegistrar::replyLater, queue, &ReplyQueue::enqueue);
    m_thread.start();
}

WaitingRegistrar::~WaitingRegistrar()
{
    m_thread.quit();
    m_thread.wait();
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
    Q_EMIT replyLater(TimedReply{m_latencyMs, std::move(promise), std::move(results)});
    return future;
}

} // namespace Rollbook::Bench
