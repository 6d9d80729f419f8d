// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "batchdispatcher.h"
#include "resultcollector.h"

namespace Rollbook
{

/// The part of a BulkRegistration that lives in the run thread: lets the dispatcher send and the
/// collector collect until every row has its result, and then ends, once.
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
    /// Cancels, and ends the thread once nothing is in flight; nobody takes portions any more.
    void abandon();

Q_SIGNALS:
    void portionReady(const Rollbook::Handover<Rollbook::Portion> &portion);
    void waiting(const Rollbook::Handover<Rollbook::StoreWait> &wait);
    void stateChanged(const Rollbook::Handover<Rollbook::BulkRegistration::State> &state);
    void ended(const Rollbook::Handover<Rollbook::RegisterStudentsResults> &results);

private:
    Expected<void> enterInJournal();
    RowsAgain rowsAgain() const;
    void collectRowsNotSent();
    void dispatcherIdle();
    void waitForStore(const StoreWait &wait);
    void goOnWithStore();
    RegistrationError whyNotSent() const;
    void stop(RunState state, const std::optional<Error> &problem);
    void endWhenTaken();
    void setState(BulkRegistration::State state);

    RunJournal *m_journal;
    Run m_run;
    BulkRegistration::Request m_request;
    BulkRegistration::State m_state = BulkRegistration::State::Ready;
    RegistrationBatch m_toSend;                   // all rows that are to be sent
    RunState m_outcomeOfAll = RunState::Finished; // once they have been
    RunState m_outcome = RunState::Finished;
    std::optional<Error> m_problem;
    bool m_begun = false;
    bool m_abandoned = false;
    BatchDispatcher m_dispatcher;
    ResultCollector m_collector;
};

} // namespace Rollbook
