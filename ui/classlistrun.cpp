// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the students of a list are registered: in a new run, or in one that goes on.

#include "classlist.h"

#include "runthencallback.h"

#include <algorithm>
#include <iterator>

namespace Rollbook
{

void ClassList::loadEarlier(const Run &run)
{
    m_name = run.rosterName;
    m_isOfHistory = true;
    if (run.kind == RunKind::Undo) {
        loadEarlierUndo(run);
        return;
    }
    runThenCallback(
        this,
        [&journal = m_school.journal(), id = run.id] {
            Expected<RegisterStudentsResults> results = journal.run(id);
            if (results && results->run.state == RunState::Running && journal.isInWork(id)) {
                results->problem = Error{ErrorCode::StoreBusy,
                    tr("This list is being registered just now, in another window. You see what "
                       "was done when you opened it.")};
            }
            return results;
        },
        [this](const Expected<RegisterStudentsResults> &results) {
            if (results) {
                showEarlier(*results);
                return;
            }
            m_problem = results.error();
            setState(State::Unreadable);
        });
}

void ClassList::showEarlier(const RegisterStudentsResults &results)
{
    takeResults(results);
    m_model->setResults(m_results);
    m_canGoOn = !results.problem;
    setState(State::Earlier);
    if (results.problem)
        fail(*results.problem);
}

void ClassList::takeResults(const RegisterStudentsResults &results)
{
    m_results = results;
    m_canGoOn = true;
    m_rowsToTryAgain = Rollbook::rowsToTryAgain(results.results);
}

void ClassList::registerStudents()
{
    if (!m_rights.mayRegister())
        return;
    if (m_state == State::Planned)
        perform(request());
    else if (m_state == State::Finished)
        registerChanged();
}

void ClassList::goOn(const RegisterStudentsResults &soFar)
{
    m_name = soFar.run.rosterName;
    m_isOfHistory = true;
    showEarlier(soFar);
    tryAgain();
}

void ClassList::perform(const BulkRegistration::Request &request)
{
    // What is registered cannot be taken back by taking back a correction.
    m_edits->undoStack()->clear();
    m_planSoon.stop();
    ++m_choice;
    if (m_planning)
        m_planning->cancel();
    // One that still had rows in doubt would hold on to the same run.
    m_run.reset();
    m_progress = {};
    m_progress.total = request.students.size();
    m_run = std::make_unique<BulkRegistration>(m_school.registrar(), &m_school.journal(), request);
    if (request.continued)
        m_seatsMeanwhile->continueRun(request.onlyRows.value_or(QList<qint32>()));
    else
        m_seatsMeanwhile->beginRun();
    connect(m_run.get(), &BulkRegistration::resultsReady, m_seatsMeanwhile,
        &SeatsMeanwhile::takeOutcomes);
    showOutcomes(request.onlyRows);
    connect(
        m_run.get(), &BulkRegistration::progressChanged, this, [this](const RunProgress &progress) {
            m_progress = progress;
            Q_EMIT progressChanged();
        });
    connect(m_run.get(), &BulkRegistration::stateChanged, this, &ClassList::takeRunState);
    connect(m_run.get(), &BulkRegistration::finished, this, &ClassList::takeEnd);
    connect(m_run.get(), &BulkRegistration::settled, this, &ClassList::takeLateOutcomes);
    setState(State::Running);
    m_run->start();
}

// Rows that are not tried again stay in the table as they are.
void ClassList::showOutcomes(const std::optional<QList<qint32>> &onlyRows)
{
    if (!onlyRows) {
        connect(m_run.get(), &BulkRegistration::resultsReady, m_model, &RosterModel::applyResults);
        m_model->beginRun();
        return;
    }
    connect(m_run.get(), &BulkRegistration::resultsReady, m_model,
        [model = m_model, rows = *onlyRows](RegistrationResults results) {
            results.removeIf([&rows](const StudentRegistrationResult &result) {
                return !std::binary_search(rows.cbegin(), rows.cend(), result.row);
            });
            model->applyResults(results);
        });
    m_model->beginRun(*onlyRows);
}

void ClassList::takeRunState(BulkRegistration::State state)
{
    switch (state) {
    case BulkRegistration::State::Running:
        setState(State::Running);
        break;
    case BulkRegistration::State::Waiting:
        setState(State::Waiting);
        break;
    case BulkRegistration::State::Pausing:
        setState(State::Pausing);
        break;
    case BulkRegistration::State::Paused:
        setState(State::Paused);
        break;
    case BulkRegistration::State::Stopping:
        setState(State::Stopping);
        break;
    default:
        break;
    }
}

void ClassList::takeEnd(const RegisterStudentsResults &results)
{
    takeResults(results);
    m_model->endRun();
    if (m_run->isSettled())
        letGoOfRun();
    setState(m_isOfHistory ? State::Earlier : State::Finished);
    planChangedLater();
    if (results.problem)
        fail(*results.problem);
    Q_EMIT runEnded();
}

// What became of rows that were in doubt when the run was stopped.
void ClassList::takeLateOutcomes(const RegisterStudentsResults &results)
{
    RegistrationResults late;
    std::copy_if(results.results.cbegin(), results.results.cend(), std::back_inserter(late),
        [this](const auto &result) { return result != m_results.results.at(result.row); });
    takeResults(results);
    letGoOfRun();
    if (m_state == State::Planned || m_state == State::Planning) {
        planLater();
    } else if (m_state == State::Finished || m_state == State::Earlier) {
        m_seatsMeanwhile->takeOutcomes(late);
        m_model->applyResults(late);
        m_model->endRun();
        setState(m_state);
    }
    if (results.problem)
        fail(*results.problem);
    Q_EMIT runEnded();
}

void ClassList::letGoOfRun()
{
    // Not now: it is the sender of the signal that is being handled.
    m_run.release()->deleteLater();
}

void ClassList::pause()
{
    if (m_run)
        m_run->pause();
}

void ClassList::resume()
{
    if (m_run)
        m_run->resume();
}

void ClassList::stop()
{
    if (m_state == State::Loading && m_reading)
        m_reading->cancel();
    if (m_run)
        m_run->cancel();
}

} // namespace Rollbook
