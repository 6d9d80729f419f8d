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
    if (results.problem)
        m_rowsToTryAgain = 0;
    setState(State::Earlier);
    if (results.problem)
        fail(*results.problem);
}

void ClassList::takeResults(const RegisterStudentsResults &results)
{
    m_results = results;
    const bool isUndone = !results.run.undoneBy.isEmpty();
    m_rowsToTryAgain = isUndone ? 0 : Rollbook::rowsToTryAgain(results.results);
}

int ClassList::rowsToTryAgain() const
{
    const bool ended = m_state == State::Finished || m_state == State::Earlier;
    return ended && m_edits->undoStack()->index() == 0 ? m_rowsToTryAgain : 0;
}

void ClassList::registerStudents()
{
    if (m_state != State::Planned)
        return;
    // What is registered cannot be taken back by taking back a correction.
    m_edits->undoStack()->clear();
    perform(request());
}

void ClassList::tryAgain()
{
    if (rowsToTryAgain() > 0)
        perform(BulkRegistration::Request::continuing(m_results));
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
    // One that still had rows in doubt would hold on to the same run.
    m_run.reset();
    m_progress = {};
    m_progress.total = request.students.size();
    m_run = std::make_unique<BulkRegistration>(m_school.registrar(), &m_school.journal(), request);
    connect(m_run.get(), &BulkRegistration::resultsReady, m_model, &RosterModel::applyResults);
    connect(
        m_run.get(), &BulkRegistration::progressChanged, this, [this](const RunProgress &progress) {
            m_progress = progress;
            Q_EMIT progressChanged();
        });
    connect(m_run.get(), &BulkRegistration::stateChanged, this, &ClassList::takeRunState);
    connect(m_run.get(), &BulkRegistration::finished, this, &ClassList::takeEnd);
    connect(m_run.get(), &BulkRegistration::settled, this, &ClassList::takeLateOutcomes);
    m_model->beginRun();
    setState(State::Running);
    m_run->start();
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
