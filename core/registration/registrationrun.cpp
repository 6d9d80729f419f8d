// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrationrun.h"

#include <QThread>

#include <algorithm>
#include <numeric>

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
    if (!request.continued && request.rejectedRows.isEmpty() && request.courses.isOneForAll()) {
        batch.rows.resize(request.students.size());
        std::iota(batch.rows.begin(), batch.rows.end(), 0);
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
    : m_run(std::move(run))
    , m_request(std::move(request))
    , m_records(journal && !registrar.capabilities().journalsResults)
    , m_grace(this)
    , m_dispatcher(registrar, limitsFor(registrar.capabilities(), m_request), m_request.retry)
    , m_recorder(journal)
    , m_collector(m_recorder, registrar.capabilities().journalsResults)
{
    // Members do not move to the run thread by themselves, children do.
    m_dispatcher.setParent(this);
    m_recorder.setParent(this);
    m_collector.setParent(this);
    m_grace.setSingleShot(true);
    m_grace.setTimerType(Qt::PreciseTimer);
    connect(&m_grace, &QTimer::timeout, this, &RegistrationRun::endWithoutWaiting);
    connect(&m_dispatcher, &BatchDispatcher::resultsReady, this, &RegistrationRun::receive);
    connect(&m_dispatcher, &BatchDispatcher::idle, this, &RegistrationRun::dispatcherIdle);
    connect(&m_dispatcher, &BatchDispatcher::storeLost, this, &RegistrationRun::waitForStore);
    connect(&m_dispatcher, &BatchDispatcher::storeBack, this, &RegistrationRun::goOnWithStore);
    connect(&m_recorder, &RunRecorder::storeLost, this, &RegistrationRun::waitForJournal);
    connect(&m_recorder, &RunRecorder::storeBack, this, &RegistrationRun::goOnWithStore);
    connect(&m_recorder, &RunRecorder::begun, this, &RegistrationRun::enterRun);
    connect(&m_recorder, &RunRecorder::recorded, this, &RegistrationRun::takeRecorded);
    connect(&m_recorder, &RunRecorder::idle, this, &RegistrationRun::recorderIdle);
    connect(&m_collector, &ResultCollector::portionReady, this, &RegistrationRun::portionReady);
    connect(&m_collector, &ResultCollector::everythingTaken, this, &RegistrationRun::endWhenTaken);
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
    // The first rows go out as soon as the run is in the journal, before room is made for the
    // answers: the registrar need not wait.
    m_dispatcher.load(m_toSend);
    const RunRoster roster{
        m_request.students, m_request.courses, m_request.rejectedRows, m_request.columns};
    if (m_request.onlyRows)
        m_recorder.tryAgain(m_run, roster, rowsAgain());
    else if (m_request.continued)
        m_recorder.goOn(m_run, roster);
    else
        m_recorder.begin(m_run, roster);
    m_collector.begin(m_run, m_request.students, m_request.courses);
    collectRowsNotSent();
    m_begun = true;
    endWhenTaken();
}

// What was never entered is not sent: nobody could find out later what became of it.
void RegistrationRun::enterRun()
{
    m_isEntered = true;
    if (m_recorder.problem() && m_state < State::Stopping)
        stop(RunState::Stopped, m_recorder.problem());
    else if (m_state == State::Running)
        m_dispatcher.start();
    endWhenTaken();
}

void RegistrationRun::receive(const RegistrationResults &results)
{
    RegistrationResults counted = results;
    m_collector.addEarlierAttempts(counted);
    if (m_records)
        m_recorder.record(counted);
    else
        takeRecorded(counted);
}

void RegistrationRun::takeRecorded(const RegistrationResults &results)
{
    if (m_ending >= Ending::InDoubt)
        m_late.take(results);
    else
        m_collector.collect(results);
}

void RegistrationRun::waitForStore(const StoreWait &wait)
{
    if (m_state != State::Running && m_state != State::Waiting)
        return;
    Q_EMIT waiting(Handover<StoreWait>(wait));
    if (m_state != State::Waiting)
        setState(State::Waiting);
}

void RegistrationRun::waitForJournal(const StoreWait &wait)
{
    // Of a run that sent nothing there is nothing to write once the store is back.
    if (m_state >= State::Stopping && !m_isEntered)
        m_recorder.hurry();
    else
        waitForStore(wait);
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
    m_recorder.tryNow();
    if (m_isEntered)
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
    if (m_ending == Ending::Settled) {
        thread()->quit();
    } else if (m_ending == Ending::Late) {
        drop();
    } else {
        cancel();
        // One that was out when the receiver went away.
        m_collector.portionTaken();
    }
}

void RegistrationRun::stop(RunState state, const std::optional<Error> &problem)
{
    m_outcome = state;
    m_problem = problem;
    setState(State::Stopping);
    if (state == RunState::Cancelled)
        m_grace.start(BulkRegistration::Grace);
    if (!m_isEntered && m_recorder.isWaiting())
        m_recorder.hurry();
    // What is never sent need not wait for the answers that are on their way.
    m_collector.giveUp(m_dispatcher.giveUp(), whyNotSent());
    endWhenTaken();
}

RegistrationError RegistrationRun::whyNotSent() const
{
    if (m_outcome == RunState::Cancelled)
        return {RegistrationStatus::NotAttempted, ReasonCode::Cancelled, {}};
    return {RegistrationStatus::NotAttempted, ReasonCode::Stopped,
        m_problem ? m_problem->sentence : QString()};
}

// A cancel that came after the last row was sent has stopped nothing.
RunState RegistrationRun::outcome() const
{
    return m_dispatcher.isDone() && m_outcome == RunState::Cancelled ? m_outcomeOfAll : m_outcome;
}

void RegistrationRun::dispatcherIdle()
{
    if (m_state == State::Pausing && !m_dispatcher.isDone()) {
        setState(State::Paused);
        return;
    }
    endWhenTaken();
    settleWhenDone();
}

void RegistrationRun::recorderIdle()
{
    if (m_ending == Ending::Written)
        tellEnd(true);
    settleWhenDone();
}

void RegistrationRun::portionTaken()
{
    m_collector.portionTaken();
}

void RegistrationRun::endWhenTaken()
{
    const bool isOpen = m_ending == Ending::Open || m_ending == Ending::InDoubt;
    if (!m_begun || !isOpen || !m_collector.isComplete() || !m_collector.isEverythingTaken())
        return;
    if (m_ending == Ending::InDoubt) {
        m_answer = m_collector.finish(outcome());
        tellEnd(false);
        settleWhenDone();
    } else if (m_isEntered && m_dispatcher.isIdle()) {
        m_answer = m_collector.finish(outcome());
        m_ending = Ending::Written;
        if (m_recorder.isIdle())
            tellEnd(true);
    }
}

// A registrar or a journal that takes longer than a person who wants to stop is left to itself.
void RegistrationRun::endWithoutWaiting()
{
    if (m_ending == Ending::Written) {
        tellEnd(false);
        settleWhenDone();
    } else if (m_ending == Ending::Open) {
        m_ending = Ending::InDoubt;
        RegistrationResults inDoubt = m_dispatcher.inDoubt();
        m_collector.addEarlierAttempts(inDoubt);
        const RegistrationResults unrecorded = m_recorder.unrecorded();
        for (StudentRegistrationResult result : unrecorded) {
            result.outcome = RegistrationError{RegistrationStatus::Failed, ReasonCode::InDoubt, {}};
            inDoubt += result;
        }
        m_late = LateAnswers(inDoubt);
        // A registrar that journals adds the attempts itself when it registers the rows yet.
        if (m_records)
            m_recorder.note(inDoubt);
        if (!inDoubt.isEmpty())
            m_collector.collect(inDoubt);
        endWhenTaken();
    }
}

void RegistrationRun::tellEnd(bool isSettled)
{
    m_grace.stop();
    m_state = State::Finished;
    m_ending = isSettled ? Ending::Settled : Ending::Late;
    if (!isSettled)
        m_late.setAnswer(m_answer);
    Q_EMIT ended(Handover<RunEnd>({withProblem(std::move(m_answer)), isSettled}));
    if (!m_abandoned)
        return;
    if (isSettled)
        thread()->quit();
    else
        drop();
}

void RegistrationRun::settleWhenDone()
{
    if (m_ending != Ending::Late || !m_dispatcher.isIdle() || !m_recorder.isIdle())
        return;
    if (!m_late.isEmpty() && !m_isSettling) {
        m_isSettling = true;
        m_recorder.end(m_late.answer(outcome()).run, m_late.faults());
        return; // until it is idle
    }
    m_ending = Ending::Settled;
    Q_EMIT settled(Handover<RegisterStudentsResults>(withProblem(m_late.answer(outcome()))));
    if (m_abandoned)
        thread()->quit();
}

void RegistrationRun::drop()
{
    m_recorder.hurry();
    m_dispatcher.drop();
    settleWhenDone();
}

RegisterStudentsResults RegistrationRun::withProblem(RegisterStudentsResults answer) const
{
    if (!answer.problem)
        answer.problem = m_problem ? m_problem : m_recorder.problem();
    return answer;
}

void RegistrationRun::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged(Handover<State>(state));
}

} // namespace Rollbook
