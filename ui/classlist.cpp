// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"

#include "reports/report.h"
#include "roster/rosterwriter.h"
#include "runthencallback.h"

namespace Rollbook
{

ClassList::ClassList(School &school, QObject *parent)
    : QObject(parent)
    , m_school(school)
    , m_model(new RosterModel(this))
    , m_edits(new RosterEdits(this))
{
    // The window shows the columns and lets a person say what they hold.
    m_options.acceptsUnidentified = true;
    m_planSoon.setSingleShot(true);
    connect(&m_planSoon, &QTimer::timeout, this, &ClassList::plan);
    connect(m_model, &RosterModel::correctionWanted, m_edits,
        [this](int row, StudentField field, const QString &text) {
            m_edits->correct({row, field, text});
        });
    connect(m_edits, &RosterEdits::changed, this, &ClassList::takeEdit);
    connect(m_edits, &RosterEdits::checked, this, [this] { takeEdit({}); });
    connect(m_edits, &RosterEdits::comparedWithSchool, this,
        [this] { m_model->setCorrected(roster(), m_edits->leftOut(), {}); });
}

ClassList::~ClassList()
{
    if (m_reading)
        m_reading->cancel();
    if (m_planning)
        m_planning->cancel();
}

bool ClassList::isBusy() const
{
    return m_state >= State::Running && m_state <= State::Stopping;
}

bool ClassList::isEditable() const
{
    return (m_state >= State::NoCourse && m_state <= State::Planned) || m_state == State::Finished;
}

void ClassList::setState(State state)
{
    m_state = state;
    m_model->setEditable(isEditable());
    Q_EMIT stateChanged();
}

void ClassList::fail(const Error &error)
{
    m_problem = error;
    Q_EMIT failed(error);
}

void ClassList::loadEarlier(const Run &run)
{
    m_name = run.rosterName;
    const QString id = run.id;
    runThenCallback(
        this, [&school = m_school, id] { return school.journal().run(id); },
        [this](const Expected<RegisterStudentsResults> &results) {
            if (!results) {
                m_problem = results.error();
                setState(State::Unreadable);
                return;
            }
            m_results = *results;
            m_model->setResults(m_results);
            setState(State::Earlier);
        });
}

int ClassList::rowsToRegister() const
{
    return m_model->count(RowState::WillRegister) + m_model->count(RowState::WillWait);
}

int ClassList::rowsLeftOut() const
{
    return m_model->count(RowState::Problem) + m_model->count(RowState::WillReject)
        + m_model->count(RowState::LeftOut);
}

void ClassList::registerStudents()
{
    if (m_state != State::Planned)
        return;
    m_progress = {};
    m_progress.total = roster().size();
    // What is registered cannot be taken back by taking back a correction.
    m_edits->undoStack()->clear();
    m_run =
        std::make_unique<BulkRegistration>(m_school.registrar(), &m_school.journal(), request());
    connect(m_run.get(), &BulkRegistration::resultsReady, m_model, &RosterModel::applyResults);
    connect(
        m_run.get(), &BulkRegistration::progressChanged, this, [this](const RunProgress &progress) {
            m_progress = progress;
            Q_EMIT progressChanged();
        });
    connect(m_run.get(), &BulkRegistration::stateChanged, this, &ClassList::takeRunState);
    connect(m_run.get(), &BulkRegistration::finished, this, &ClassList::takeEnd);
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
    m_results = results;
    m_model->endRun();
    setState(State::Finished);
    if (results.problem)
        fail(*results.problem);
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

void ClassList::saveReport(const QString &path)
{
    runThenCallback(
        this, [results = m_results, path] { return writeReport(results, path); },
        [this, path](const Expected<void> &written) {
            if (written)
                Q_EMIT reportSaved(path);
            else
                Q_EMIT failed(written.error());
        });
}

void ClassList::saveCorrected(const QString &path)
{
    runThenCallback(
        this,
        [roster = roster(), leftOut = m_edits->leftOut(), path] {
            return writeRoster(roster, leftOut, path);
        },
        [this, path](const Expected<void> &written) {
            if (written)
                Q_EMIT correctedSaved(path);
            else
                Q_EMIT failed(written.error());
        });
}

} // namespace Rollbook
