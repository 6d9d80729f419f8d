// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "heldregistrar.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace Rollbook
{

RegistrarCapabilities HeldRegistrar::capabilities() const
{
    RegistrarCapabilities capabilities;
    capabilities.batchSize = 7;
    capabilities.batchesInFlight = 4;
    capabilities.journalsResults = m_journals;
    return capabilities;
}

QFuture<RegistrationResults> HeldRegistrar::registerBatch(const RegistrationBatch &batch)
{
    const std::scoped_lock lock(m_mutex);
    Held held{std::make_shared<QPromise<RegistrationResults>>(), {}};
    for (const qint32 row : batch.rows) {
        const auto next = static_cast<int>(m_seats.size()) + 1;
        const int seat = *(m_seats.contains(row) ? m_seats.find(row) : m_seats.insert(row, next));
        StudentRegistrationResult result;
        result.row = row;
        result.outcome = StudentRegistration{RegistrationStatus::Registered, false, seat, 1};
        held.results += result;
    }
    QFuture<RegistrationResults> future = held.promise->future();
    held.promise->start();
    if (m_answeredAtOnce > 0) {
        --m_answeredAtOnce;
        answer(held, Answer::Complete);
    } else {
        m_held.push_back(std::move(held));
    }
    return future;
}

void HeldRegistrar::answer(const Held &held, Answer answer)
{
    if (answer == Answer::Exception)
        held.promise->setException(std::make_exception_ptr(std::runtime_error("fell over")));
    else
        held.promise->addResult(
            answer == Answer::Complete ? held.results : RegistrationResults{held.results.first()});
    held.promise->finish();
}

void HeldRegistrar::release(Answer how)
{
    std::vector<Held> held;
    {
        const std::scoped_lock lock(m_mutex);
        m_answeredAtOnce = std::numeric_limits<int>::max();
        held.swap(m_held);
    }
    for (const Held &one : held)
        answer(one, how);
}

int HeldRegistrar::held() const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<int>(m_held.size());
}

int HeldRegistrar::cancelled() const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<int>(std::count_if(m_held.cbegin(), m_held.cend(),
        [](const Held &held) { return held.promise->isCanceled(); }));
}

} // namespace Rollbook
