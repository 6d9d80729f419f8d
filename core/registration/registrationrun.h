// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "batchdispatcher.h"
#include "lateanswers.h"
#include "resultcollector.h"
#include "runrecorder.h"

#include <QTimer>

namespace Rollbook
{

/// The answer of a run, and whether anything comes after it.
struct RunEnd {
    RegisterStudentsResults answer;
    bool isSettled = true;
};

/// The part of a BulkRegistration that lives in the run thread: lets the dispatcher send and the
/// collector collect until every row has its result, and then ends, once. Where it had to end
/// without all answers, it takes those that come late, and settles.
class RegistrationRun : public QObject
{
    Q_OBJECT

public:
    RegistrationRun(
        Registrar &registrar, RunJournal *journal, Run run, BulkRegistration::Request request);

public Q_SLOTS:
    void start();
    void pause();
    void resume();
    void cancel();
    void portionTaken();
    /// Cancels, and ends the thread without waiting for late answers; nobody takes portions any
    /// more.
    void abandon();

Q_SIGNALS:
    void portionReady(const Rollbook::Handover<Rollbook::Portion> &portion);
    void waiting(const Rollbook::Handover<Rollbook::StoreWait> &wait);
    void stateChanged(const Rollbook::Handover<Rollbook::BulkRegistration::State> &state);
    void ended(const Rollbook::Handover<Rollbook::RunEnd> &end);
    /// After an end that was not settled.
    void settled(const Rollbook::Handover<Rollbook::RegisterStudentsResults> &answer);

private:
    /// Open: rows have no outcome yet, or were not taken. Written: the journal is told how it
    /// ended. InDoubt: the time for that is over. Late: it has ended, answers or the journal have
    /// not.
    enum class Ending : quint8 { Open, Written, InDoubt, Late, Settled };

    void enterRun();
    RowsAgain rowsAgain() const;
    void collectRowsNotSent();
    void receive(const RegistrationResults &results);
    void takeRecorded(const RegistrationResults &results);
    void dispatcherIdle();
    void recorderIdle();
    void waitForStore(const StoreWait &wait);
    void waitForJournal(const StoreWait &wait);
    void goOnWithStore();
    RegistrationError whyNotSent() const;
    void stop(RunState state, const std::optional<Error> &problem);
    void endWhenTaken();
    void endWithoutWaiting();
    void tellEnd(bool isSettled);
    void settleWhenDone();
    void drop();
    RunState outcome() const;
    RegisterStudentsResults withProblem(RegisterStudentsResults answer) const;
    void setState(BulkRegistration::State state);

    Run m_run;
    BulkRegistration::Request m_request;
    BulkRegistration::State m_state = BulkRegistration::State::Ready;
    RegistrationBatch m_toSend;                   // all rows that are to be sent
    RunState m_outcomeOfAll = RunState::Finished; // once they have been
    RunState m_outcome = RunState::Finished;
    std::optional<Error> m_problem;
    bool m_records; // outcomes of the registrar: it does not do it itself
    bool m_begun = false;
    bool m_isEntered = false; // in the journal, or it was tried
    bool m_abandoned = false;
    bool m_isSettling = false;
    Ending m_ending = Ending::Open;
    QTimer m_grace;
    BatchDispatcher m_dispatcher;
    RunRecorder m_recorder;
    ResultCollector m_collector;
    RegisterStudentsResults m_answer; // from Written on
    LateAnswers m_late;               // from InDoubt on
};

} // namespace Rollbook
