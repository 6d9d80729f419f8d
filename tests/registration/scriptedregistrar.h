// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/orderfence.h"
#include "registration/registrar.h"

#include <QHash>
#include <QMutex>
#include <QSet>
#include <QThreadPool>

#include <atomic>
#include <functional>

namespace Rollbook
{

/// A registrar that keeps its seats in memory and misbehaves on request. It blocks, and is run
/// through QtConcurrent on a pool of its own, so answers of several batches come in any order.
class ScriptedRegistrar : public Registrar
{
public:
    struct Script {
        int capacity = 1'000'000;
        int waitlist = 0;
        int threads = 4;
        RegistrarCapabilities capabilities{.batchSize = 7, .batchesInFlight = 4};
        /// Called with each batch before it is answered; may throw.
        std::function<void(const RegistrationBatch &)> before;
        /// May change the answer.
        std::function<void(RegistrationResults &)> after;
        /// Asked for each row in the order of arrival, with how often the batch was sent.
        std::function<std::optional<RegistrationError>(qint32 row, qint16 attempt)> fault;
        bool throwsAtOnce = false;
        bool cancels = false;
    };

    explicit ScriptedRegistrar(Script script);
    ~ScriptedRegistrar() override;

    RegistrarCapabilities capabilities() const override { return m_script.capabilities; }
    QFuture<RegistrationResults> registerBatch(const RegistrationBatch &batch) override;

    int mostInFlight() const { return m_mostInFlight; }
    int batchesSent() const { return m_batchesSent; }
    /// How often each row was sent.
    QHash<qint32, int> sent() const;

private:
    RegistrationResults decide(const RegistrationBatch &batch);
    StudentRegistrationResult decideRow(qint32 row);
    std::optional<RegistrationError> faultOf(const RegistrationBatch &batch, qint32 row);
    RegistrationResults answer(const RegistrationBatch &batch, RegistrationResults decided);

    Script m_script;
    OrderFence m_fence;
    QThreadPool m_pool;
    mutable QMutex m_mutex;
    QHash<qint32, StudentRegistrationResult> m_decided;
    int m_seats = 0;
    int m_waiting = 0;
    QHash<qint32, int> m_sent;
    std::atomic<int> m_inFlight = 0;
    std::atomic<int> m_mostInFlight = 0;
    std::atomic<int> m_batchesSent = 0;
};

} // namespace Rollbook
