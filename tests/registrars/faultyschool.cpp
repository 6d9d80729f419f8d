// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultyschool.h"

#include <QPromise>

#include <memory>

namespace Rollbook
{

namespace
{

QFuture<RegistrationResults> ready(RegistrationResults results)
{
    return QtFuture::makeReadyFuture(std::move(results));
}

} // namespace

QFuture<RegistrationResults> FaultyRegistrar::registerBatch(const RegistrationBatch &batch)
{
    if (const auto before = m_fence.faultBefore(batch))
        return ready(allFailed(batch, *before));
    const auto fault = m_fault(batch);
    if (!fault)
        return m_registrar.registerBatch(batch);
    m_fence.close(batch, fault->error);
    const RegistrationResults failed = allFailed(batch, fault->error);
    if (!fault->onTheWayBack)
        return ready(failed);
    auto promise = std::make_shared<QPromise<RegistrationResults>>();
    promise->start();
    QFutureWatcher<RegistrationResults> &watcher = m_lost.emplace_back();
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &watcher, [promise, failed] {
        promise->addResult(failed);
        promise->finish();
    });
    watcher.setFuture(m_registrar.registerBatch(batch));
    return promise->future();
}

} // namespace Rollbook
