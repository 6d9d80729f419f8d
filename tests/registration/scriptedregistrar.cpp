// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scriptedregistrar.h"

#include "domain/handover.h"

#include <QPromise>
#include <QtConcurrent>

#include <stdexcept>

namespace Rollbook
{

ScriptedRegistrar::ScriptedRegistrar(Script script)
    : m_script(std::move(script))
{
    m_pool.setMaxThreadCount(m_script.threads);
}

ScriptedRegistrar::~ScriptedRegistrar()
{
    m_pool.waitForDone();
}

QHash<qint32, int> ScriptedRegistrar::sent() const
{
    const QMutexLocker lock(&m_mutex);
    return m_sent;
}

QFuture<RegistrationResults> ScriptedRegistrar::registerBatch(const RegistrationBatch &batch)
{
    ++m_batchesSent;
    if (m_script.throwsAtOnce)
        throw std::runtime_error("the scripted fault");
    if (m_script.cancels) {
        QPromise<RegistrationResults> promise;
        promise.start();
        return promise.future(); // cancelled when the promise goes
    }
    const int inFlight = ++m_inFlight;
    int most = m_mostInFlight;
    while (inFlight > most && !m_mostInFlight.compare_exchange_weak(most, inFlight)) {
    }

    struct Task {
        ScriptedRegistrar *registrar;
        RegistrationBatch batch;
        RegistrationResults decided;
    };
    // Decided in the order of arrival, answered in any.
    const Handover<std::shared_ptr<Task>> task(
        std::make_shared<Task>(Task{this, batch, decide(batch)}));
    return QtConcurrent::run(&m_pool, [task] {
        Task &mine = *task.value();
        return mine.registrar->answer(mine.batch, std::move(mine.decided));
    });
}

RegistrationResults ScriptedRegistrar::decide(const RegistrationBatch &batch)
{
    const QMutexLocker lock(&m_mutex);
    RegistrationResults results;
    for (const qint32 row : batch.rows) {
        ++m_sent[row];
        StudentRegistrationResult result;
        result.row = row;
        if (const auto fault = faultOf(batch, row))
            result.outcome = *fault;
        else
            result = decideRow(row);
        results += result;
    }
    return results;
}

std::optional<RegistrationError> ScriptedRegistrar::faultOf(
    const RegistrationBatch &batch, qint32 row)
{
    const bool keepsOrder = m_script.capabilities.order != RegistrarCapabilities::Order::Any;
    if (keepsOrder) {
        if (auto before = m_fence.faultBefore(batch))
            return before;
    }
    auto fault = m_script.fault ? m_script.fault(row, batch.attempt) : std::nullopt;
    if (fault && keepsOrder)
        m_fence.close(batch, *fault);
    return fault;
}

StudentRegistrationResult ScriptedRegistrar::decideRow(qint32 row)
{
    const auto known = m_decided.constFind(row);
    if (known != m_decided.cend())
        return *known;
    StudentRegistrationResult result;
    result.row = row;
    if (m_seats < m_script.capacity)
        result.outcome = StudentRegistration{RegistrationStatus::Registered, false, ++m_seats, 1};
    else if (m_waiting < m_script.waitlist)
        result.outcome = StudentRegistration{RegistrationStatus::Waitlisted, true, ++m_waiting, 1};
    else
        result = rejectedRow(row, ReasonCode::CourseFull);
    m_decided.insert(row, result);
    return result;
}

RegistrationResults ScriptedRegistrar::answer(
    const RegistrationBatch &batch, RegistrationResults decided)
{
    struct Landing {
        std::atomic<int> &inFlight;
        ~Landing() { --inFlight; }
    } const landing{m_inFlight};
    if (m_script.before)
        m_script.before(batch);
    if (m_script.after)
        m_script.after(decided);
    return decided;
}

} // namespace Rollbook
