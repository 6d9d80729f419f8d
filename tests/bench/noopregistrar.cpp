// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "noopregistrar.h"

#include <QThread>
#include <QtConcurrentRun>

namespace Rollbook::Bench
{

NoopRegistrar::NoopRegistrar()
{
    m_pool.setMaxThreadCount(QThread::idealThreadCount());
}

RegistrarCapabilities NoopRegistrar::capabilities() const
{
    RegistrarCapabilities capabilities;
    capabilities.batchSize = 2048;
    capabilities.batchesInFlight = 2 * m_pool.maxThreadCount();
    return capabilities;
}

QFuture<RegistrationResults> NoopRegistrar::registerBatch(const RegistrationBatch &batch)
{
    return QtConcurrent::run(&m_pool, [rows = batch.rows] {
        RegistrationResults results;
        results.reserve(rows.size());
        for (const qint32 row : rows)
            results += doRegistration(row);
        return results;
    });
}

StudentRegistrationResult NoopRegistrar::doRegistration(qint32 row)
{
    StudentRegistrationResult result;
    result.row = row;
    result.attempts = 1;
    result.outcome =
        StudentRegistration{RegistrationStatus::Registered, false, row + 1, 1'800'000'000'000};
    return result;
}

} // namespace Rollbook::Bench
