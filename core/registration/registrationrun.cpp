// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrationrun.h"

#include <QThread>

#include <algorithm>

namespace Rollbook
{

using State = BulkRegistration::State;

namespace
{

BatchDispatcher::Limits limitsFor(
    const RegistrarCapabilities &capabilities, const BulkRegistration::Request &request)
{
    const int inFlight = capabilities.order == RegistrarCapabilities::Order::OneAtATime
        ? 1
        : request.batchesInFlight.value_or(capabilities.batchesInFlight);
    return {request.batchSize.value_or(capabilities.batchSize), inFlight,
        capabilities.order != RegistrarCapabilities::Order::Any};
}

RegistrationBatch batchOfRowsToSend(const Run &run, const BulkRegistration::Request &request)
{
    RegistrationBatch batch{run, request.students, request.courses, {}};
    if (request.onlyRows) {
        batch.rows = *request.onlyRows;
        batch.rows.removeIf([&request](qint32 row) {
            return request.courses.indexOf(row) < 0
                || request.continued->results.at(row).registration();
        });
        return batch;
    }
    batch.rows.reserve(request.students.size());
    for (qint32 row = 0; row < request.students.size(); ++row) {
        const bool wanted = request.continued
            ? !isSettled(request.continued->results.at(row))
            : request.courses.indexOf(row) >= 0 && !request.rejectedRows.contains(row);
        if (wanted)
            batch.rows += row;
    }
    return batch;
}

// How the run has ended when every row that is to be sent has its outcome: a person who tries some
// rows again need not have meant the others that were not attempted.
RunState endOf(const BulkRegistration::Request &request, const QList<qint32> &sent)
{
    if (!request.onlyRows)
        return RunState::Finished;
    const auto &results = request.continued->results;
    const bool someAreLeft =
        std::any_of(results.cbegin(), results.cend(), [&sent](const auto &result) {
            return result.status() == RegistrationStatus::NotAttempted && !isSettled(result)
                && !std::binary_search(sent.cbegin(), sent.cend(), result.row);
        });
    if (!someAreLeft)
        return RunState::Finished;
    return request.continued->run.state == RunState::Cancelled ? RunState::Cancelled
                                                               : RunState::Stopped;
}

} // namespace

RegistrationRun::RegistrationRun(
    Registrar &registrar, RunJournal *journal, Run run, BulkRegistration::Request request)
    : m_journal(journal)
    , m_run(std::move(run))
    , m_request(std::move(request))
    , m_dispatcher(registrar, limitsFor(registrar.capabilities(), m_request), m_request.retry)
    , m_collector(journal, registrar.capabilities().journalsResults)
{
    // Members do not move to the run thread by themselves, children do.
    m_dispatcher.setParent(this);
    m_collector.setParent(this);
    connect(&m_dispatcher, &BatchDispatcher::resultsReady, &m_collector, &ResultCollector::collect);
    connect(&m_dispatcher, &BatchDispatcher::idle, this, &RegistrationRun::dispatcherIdle);
    connect(&m_dispatcher, &BatchDispatcher::storeLost, this, &RegistrationRun::waitForStore);
    connect(&m_dispatcher, &BatchDispatcher::storeBack, this, &RegistrationRun::goOnWithStore);
    connect(&m_collector, &ResultCollector::portionReady, this, &RegistrationRun::portionReady);
    connect(&m_collector, &ResultCollector::everythingTaken, this, &RegistrationRun::endWhenTaken);
}

Expected<void> RegistrationRun::enterInJournal()
{
    if (!m_journal)
        return {};
    if (m_request.continued) {
        auto goingOn =
            m_request.onlyRows ? m_journal->tryAgain(m_run, rowsAgain()) : m_journal->goOn(m_run);
        // Perhaps it could not be entered when it began.
        if (goingOn || goingOn.error().code != ErrorCode::NotFound)
            return goingOn;
    }
    return m_journal->begin(m_run, {m_request.students, m_request.courses, m_request.rejectedRows});
}

RowsAgain RegistrationRun::rowsAgain() const
{
    RowsAgain again{m_toSend.rows, std::nullopt};
    if (m_request.isCorrected) {
        again.corrected = RunRoster{m_request.students, m_request.courses,
            rowsKeptBack(m_request.continued->results, again.rows)};
    }
    return again;
}

void RegistrationRun::collectRowsNotSent()
{
    if (m_request.continued)
        m_collector.collectEarlier(m_request.continued->results, m_toSend.rows);
    else
        m_collector.collectUnsent(
            rowsNotSent({m_request.students, m_request.courses, m_request.rejectedRows}));
}

void RegistrationRun::start()
{
    setState(State::Running);
    m_toSend = batchOfRowsToSend(m_run, m_request);
    m_outcomeOfAll = endOf(m_request, m_toSend.rows);
    m_outcome = m_outcomeOfAll;
    const Expected<void> entered = enterInJournal();
    if (entered) {
        // The first rows go out before room is made for the answers: the registrar need not wait.
        m_dispatcher.load(m_toSend);
        m_dispatcher.start();
    }
    m_collector.begin(m_run, m_request.students, m_request.courses);
    if (!entered)
        m_collector.stayOutOfJournal(entered.error());
    collectRowsNotSent();
    m_begun = true;
    if (entered)
        endWhenTaken();
    else
        stop(RunState::Stopped, entered.error());
}

void RegistrationRun::waitForStore(const StoreWait &wait)
{
    if (m_state != State::Running && m_state != State::Waiting)
        return;
    Q_EMIT waiting(Handover<StoreWait>(wait));
    if (m_state != State::Waiting)
        setState(State::Waiting);
}

void RegistrationRun::goOnWithStore()
{
    if (m_state != State::Waiting)
        return;
    setState(State::Running);
    m_collector.restartClock();
}

void RegistrationRun::pause()
{
    if (m_state != State::Running && m_state != State::Waiting)
        return;
    setState(State::Pausing);
    m_dispatcher.hold();
}

void RegistrationRun::resume()
{
    if (m_state == State::Pausing || m_state == State::Paused) {
        setState(State::Running);
        m_collector.restartClock();
    } else if (m_state != State::Waiting) {
        return;
    }
    m_dispatcher.start();
}

void RegistrationRun::cancel()
{
    if (m_state >= State::Running && m_state < State::Stopping)
        stop(RunState::Cancelled, std::nullopt);
}

void RegistrationRun::abandon()
{
    m_abandoned = true;
    disconnect(&m_collector, &ResultCollector::portionReady, nullptr, nullptr);
    connect(
        &m_collector, &ResultCollector::portionReady, &m_collector, &ResultCollector::portionTaken);
    if (m_state == State::Finished) {
        thread()->quit();
        return;
    }
    cancel();
    // One that was out when the receiver went away.
    m_collector.portionTaken();
}

void RegistrationRun::stop(RunState state, const std::optional<Error> &problem)
{
    m_outcome = state;
    m_problem = problem;
    setState(State::Stopping);
    // What is never sent need not wait for the answers that are on their way.
    m_collector.giveUp(m_dispatcher.giveUp(), whyNotSent().code, whyNotSent().argument);
    if (m_dispatcher.isIdle())
        dispatcherIdle();
}

RegistrationError RegistrationRun::whyNotSent() const
{
    if (m_outcome == RunState::Cancelled)
        return {RegistrationStatus::NotAttempted, ReasonCode::Cancelled, {}};
    return {RegistrationStatus::NotAttempted, ReasonCode::Stopped,
        m_problem ? m_problem->sentence : QString()};
}

void RegistrationRun::dispatcherIdle()
{
    if (m_state == State::Pausing && !m_dispatcher.isDone()) {
        setState(State::Paused);
        return;
    }
    if (m_begun && m_state == State::Stopping && !m_collector.isComplete())
        m_collector.completeWith(whyNotSent().code, whyNotSent().argument);
    endWhenTaken();
}

void RegistrationRun::portionTaken()
{
    m_collector.portionTaken();
}

void RegistrationRun::endWhenTaken()
{
    if (!m_begun || m_state == State::Finished || !m_dispatcher.isIdle()
        || !m_collector.isComplete() || !m_collector.isEverythingTaken())
        return;
    // A cancel that came after the last row was sent has stopped nothing.
    const RunState outcome =
        m_dispatcher.isDone() && m_outcome == RunState::Cancelled ? m_outcomeOfAll : m_outcome;
    m_state = State::Finished;
    Q_EMIT ended(Handover<RegisterStudentsResults>(m_collector.finish(outcome, m_problem)));
    if (m_abandoned)
        thread()->quit();
}

void RegistrationRun::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged(Handover<State>(state));
}

} // namespace Rollbook
