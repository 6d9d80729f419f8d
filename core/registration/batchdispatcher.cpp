// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batchdispatcher.h"

#include "batchanswer.h"
#include "registration/faultclass.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <limits>

namespace Rollbook
{

namespace
{

qint32 durationOf(qint64 milliseconds)
{
    return static_cast<qint32>(std::min<qint64>(milliseconds, std::numeric_limits<qint32>::max()));
}

// Grows over all runs of the program: a run that is continued is not taken for what it was before.
int nextRound()
{
    static std::atomic<int> rounds = 0;
    return ++rounds;
}

// The one that says most about what to do.
const RegistrationError &worstOf(const RegistrationResults &results)
{
    const auto worst = std::max_element(results.cbegin(), results.cend(),
        [](const auto &a, const auto &b) { return faultClassOf(a) < faultClassOf(b); });
    return *worst->error();
}

bool isStoreFault(const RegistrationResults &faults)
{
    return !faults.isEmpty() && faultClassOf(worstOf(faults).code) == FaultClass::Store;
}

QList<qint32> rowsOf(const RegistrationResults &results)
{
    QList<qint32> rows;
    rows.reserve(results.size());
    for (const StudentRegistrationResult &result : results)
        rows += result.row;
    return rows;
}

// Moves the faults that may pass out of the results.
RegistrationResults takeTransient(RegistrationResults &results)
{
    const auto isLasting = [](const StudentRegistrationResult &result) {
        return !isTransient(faultClassOf(result));
    };
    if (std::all_of(results.cbegin(), results.cend(), isLasting))
        return {};
    RegistrationResults lasting;
    RegistrationResults transient;
    std::partition_copy(results.cbegin(), results.cend(), std::back_inserter(lasting),
        std::back_inserter(transient), isLasting);
    results = std::move(lasting);
    return transient;
}

} // namespace

BatchDispatcher::BatchDispatcher(Registrar &registrar, Limits limits, const RetryLimits &retry)
    : m_registrar(registrar)
    , m_limits{qMax(1, limits.batchSize), qMax(1, limits.batchesInFlight), limits.keepsOrder}
    , m_policy(retry)
    , m_timer(this)
    , m_round(nextRound())
{
    m_clock.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &BatchDispatcher::proceed);
}

void BatchDispatcher::start()
{
    m_holding = false;
    if (m_isLost && m_tryAtMs)
        m_tryAtMs = 0;
    proceed();
}

void BatchDispatcher::hold()
{
    m_holding = true;
    m_timer.stop();
    if (isIdle())
        Q_EMIT idle();
}

QList<qint32> BatchDispatcher::giveUp()
{
    m_gaveUp = true;
    m_holding = true;
    m_timer.stop();
    QList<qint32> unsent = m_everything.rows.mid(m_next);
    m_next = m_everything.rows.size();
    m_leftRows = m_leftRows || !unsent.isEmpty() || !m_again.empty();
    for (const auto &[key, again] : std::exchange(m_again, {}))
        Q_EMIT resultsReady(again.results);
    return unsent;
}

RegistrationResults BatchDispatcher::inDoubt() const
{
    RegistrationResults results;
    for (const auto &[watcher, sent] : m_inFlight) {
        for (const qint32 row : sent.rows) {
            StudentRegistrationResult result = failedRow(row, ReasonCode::InDoubt);
            result.attempts = sent.attempt;
            result.durationMs = durationOf(m_clock.elapsed() - sent.firstMs);
            results += result;
        }
    }
    return results;
}

void BatchDispatcher::drop()
{
    m_leftRows = m_leftRows || !isIdle();
    for (const auto &[watcher, sent] : std::exchange(m_inFlight, {})) {
        QFuture<RegistrationResults> future = watcher->future();
        watcher->disconnect(this);
        future.cancel();
    }
}

bool BatchDispatcher::isDone() const
{
    return m_next == m_everything.rows.size() && m_again.empty() && !m_leftRows && isIdle();
}

// After each event: does what can be done now, and arranges to be woken for the rest.
void BatchDispatcher::proceed()
{
    if (m_holding) {
        if (isIdle())
            Q_EMIT idle();
        return;
    }
    // Where order matters, what is in flight behind the fault comes back before it is sent again.
    if (m_flow == Flow::Blocked && !m_tryAtMs && (isIdle() || !m_limits.keepsOrder))
        planTry();
    if (m_flow == Flow::Blocked && m_tryAtMs) {
        const qint64 left = *m_tryAtMs - m_clock.elapsed();
        if (left > 0)
            m_timer.start(Duration(left));
        else if (hasRoom())
            tryStore();
    }
    while (m_flow == Flow::Free && hasRoom() && sendNext()) {
    }
    if (isDone())
        Q_EMIT idle();
}

bool BatchDispatcher::sendNext()
{
    if (!m_again.empty()) {
        const qint64 left = m_limits.keepsOrder ? 0 : m_again.begin()->first - m_clock.elapsed();
        if (left <= 0) {
            sendFirstAgain(false);
            return true;
        }
        m_timer.start(Duration(left));
    }
    if (m_next == m_everything.rows.size())
        return false;
    Sent sent;
    sent.rows = m_everything.rows.mid(m_next, m_limits.batchSize);
    sent.firstMs = m_clock.elapsed();
    m_next += sent.rows.size();
    send(std::move(sent));
    return true;
}

void BatchDispatcher::sendFirstAgain(bool isTry)
{
    Again again = std::move(m_again.extract(m_again.begin()).mapped());
    again.sent.rows = rowsOf(again.results);
    ++again.sent.attempt;
    again.sent.isTry = isTry;
    send(std::move(again.sent));
}

void BatchDispatcher::send(Sent sending)
{
    RegistrationBatch batch = m_everything;
    batch.rows = sending.rows;
    batch.attempt = sending.attempt;
    batch.round = m_round;
    auto watcher = std::make_unique<Watcher>();
    Watcher *const key = watcher.get();
    // Queued: the watcher can go then, and with it what else holds the results.
    connect(
        key, &Watcher::finished, this, [this, key] { receive(key); }, Qt::QueuedConnection);
    Sent &sent = m_inFlight[key] = std::move(sending);
    sent.watcher = std::move(watcher);
    sent.sentMs = m_clock.elapsed();
    QFuture<RegistrationResults> future;
    try {
        future = m_registrar.registerBatch(batch);
    } catch (...) {
        future = QtFuture::makeExceptionalFuture<RegistrationResults>(std::current_exception());
    }
    key->setFuture(future);
}

void BatchDispatcher::receive(Watcher *watcher)
{
    auto node = m_inFlight.extract(watcher);
    if (node.empty())
        return; // dropped meanwhile
    Sent &sent = node.mapped();
    QFuture<RegistrationResults> future = watcher->future();
    sent.watcher.reset();
    RegistrationResults results = takeAnswer(std::move(future), sent.rows);
    const qint32 duration = durationOf(m_clock.elapsed() - sent.firstMs);
    for (StudentRegistrationResult &result : results) {
        // What a registrar has measured it has recorded, and a report says the same at any time.
        if (result.durationMs == 0)
            result.durationMs = duration;
        result.attempts = std::max(result.attempts, sent.attempt);
    }
    RegistrationResults transient = takeTransient(results);
    if (sent.isTry && !isStoreFault(transient))
        findStore(sent);
    const bool blocks =
        !transient.isEmpty() && (m_limits.keepsOrder || isStoreFault(transient)) && !m_gaveUp;
    if (blocks && (sent.isTry || m_flow == Flow::Free)) {
        m_flow = Flow::Blocked;
        m_tryAtMs.reset();
    } else if (sent.isTry && !blocks) {
        unblock();
    }
    if (!results.isEmpty())
        Q_EMIT resultsReady(results);
    if (!transient.isEmpty())
        sendLater({std::move(transient), std::move(sent)});
    proceed();
}

void BatchDispatcher::sendLater(Again again)
{
    if (m_gaveUp) {
        m_leftRows = true;
        Q_EMIT resultsReady(again.results);
    } else if (m_limits.keepsOrder) {
        const qint32 row = again.results.constFirst().row;
        m_again.emplace(row, std::move(again));
    } else {
        const bool isStore = isStoreFault(again.results);
        const auto delay = countFault(again);
        if (isStore && m_flow == Flow::Blocked && !m_tryAtMs)
            m_blocker = {worstOf(again.results), delay};
        if (delay || isStore) {
            // Those behind a fault of the store follow as soon as it is back.
            const qint64 due = m_clock.elapsed() + (isStore ? 0 : delay->count());
            m_again.emplace(due, std::move(again));
        } else {
            Q_EMIT resultsReady(again.results);
        }
    }
}

std::optional<BatchDispatcher::Duration> BatchDispatcher::countFault(Again &again)
{
    Sent &sent = again.sent;
    if (sent.faults++ == 0)
        sent.troubledMs = sent.sentMs;
    return m_policy.delayAfter(sent.faults, Duration(m_clock.elapsed() - sent.troubledMs),
        Duration(retryAfterMs(worstOf(again.results))));
}

void BatchDispatcher::planTry()
{
    if (m_limits.keepsOrder) {
        // Only the first of them counts: those behind it came back because of it.
        Again &first = m_again.begin()->second;
        m_blocker = {worstOf(first.results), countFault(first)};
        if (!m_blocker.delay && !isStoreFault(first.results)) {
            Q_EMIT resultsReady(first.results);
            m_again.erase(m_again.begin());
            m_tryAtMs = 0;
            if (m_again.empty())
                unblock();
            return;
        }
    }
    if (!m_blocker.delay)
        m_isLost = true;
    Duration delay = m_blocker.delay.value_or(Duration(0));
    if (m_isLost) {
        delay = m_policy.probeDelay(m_probes++, Duration(retryAfterMs(m_blocker.fault)));
        Q_EMIT storeLost({m_blocker.fault, QDeadlineTimer(delay)});
    }
    m_tryAtMs = m_clock.elapsed() + delay.count();
}

void BatchDispatcher::tryStore()
{
    m_flow = Flow::Trying;
    m_tryAtMs.reset();
    m_round = nextRound();
    if (m_isLost)
        Q_EMIT storeLost({m_blocker.fault, QDeadlineTimer()});
    sendFirstAgain(true);
}

void BatchDispatcher::findStore(Sent &sent)
{
    if (!m_isLost)
        return;
    m_isLost = false;
    m_probes = 0;
    sent.faults = 0; // those were the store's
    Q_EMIT storeBack();
}

void BatchDispatcher::unblock()
{
    m_flow = Flow::Free;
    m_tryAtMs.reset();
    m_round = nextRound();
}

} // namespace Rollbook
