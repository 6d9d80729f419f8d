// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"

#include "reports/report.h"
#include "runthencallback.h"

#include <QFileInfo>

#include <algorithm>

namespace Rollbook
{

ClassList::ClassList(School &school, QObject *parent)
    : QObject(parent)
    , m_school(school)
    , m_model(new RosterModel(this))
{
}

ClassList::~ClassList()
{
    if (m_planning)
        m_planning->cancel();
}

bool ClassList::isBusy() const
{
    return m_state >= State::Running && m_state <= State::Stopping;
}

void ClassList::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void ClassList::fail(const Error &error)
{
    m_problem = error;
    Q_EMIT failed(error);
}

void ClassList::load(const QString &path)
{
    m_name = QFileInfo(path).fileName();
    runThenCallback(
        this, [path] { return readRoster(path); },
        [this](const Expected<Roster> &roster) { takeRoster(roster); });
}

void ClassList::loadText(const QByteArray &text, const QString &name)
{
    m_name = name;
    runThenCallback(
        this, [text, name] { return readRosterText(text, name); },
        [this](const Expected<Roster> &roster) { takeRoster(roster); });
}

void ClassList::takeRoster(const Expected<Roster> &roster)
{
    if (!roster) {
        m_problem = roster.error();
        setState(State::Unreadable);
        return;
    }
    m_roster = *roster;
    m_model->setRoster(m_roster);
    setState(State::NoCourse);
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

void ClassList::chooseCourse(const CourseRef &course)
{
    if (isBusy() || m_state == State::Loading || m_state == State::Earlier)
        return;
    m_course = course;
    m_hasChosenCourse = true;
    planAgain();
}

void ClassList::planAgain()
{
    if (isBusy() || !m_hasChosenCourse)
        return;
    if (m_planning)
        m_planning->cancel();
    m_problem.reset();
    m_model->clearPlan();
    setState(State::Planning);
    const int choice = ++m_choice;
    runThenCallback(
        this,
        [&school = m_school, course = m_course, students = m_roster.students] {
            return course.isNull() ? assignCoursesByRow(school.courses(), students)
                                   : assignCourse(school.courses(), course.code, course.term);
        },
        [this, choice](const Expected<AssignedCourses> &assigned) {
            if (choice == m_choice)
                takeCourses(assigned);
        });
}

void ClassList::takeCourses(const Expected<AssignedCourses> &assigned)
{
    if (!assigned) {
        setState(State::NoCourse);
        fail(assigned.error());
        return;
    }
    m_assigned = *assigned;
    m_model->setCourses(m_assigned.courses);
    const BulkRegistration::Request wanted = request();
    RegistrationBatch batch{
        Run::begin(m_name, wanted.courses, wanted.options), wanted.students, wanted.courses, {}};
    for (qint32 row = 0; row < wanted.students.size(); ++row) {
        if (!wanted.rejectedRows.contains(row))
            batch.rows += row;
    }
    auto *watcher = new PlanWatcher(this);
    m_planning = watcher;
    connect(watcher, &PlanWatcher::finished, this, [this, watcher] { takePlan(watcher); });
    watcher->setFuture(m_school.registrar().plan(batch));
}

void ClassList::takePlan(PlanWatcher *watcher)
{
    watcher->deleteLater();
    if (m_planning != watcher || watcher->isCanceled())
        return;
    m_planning.clear();
    if (watcher->future().resultCount() == 0) {
        setState(State::NoCourse);
        fail({ErrorCode::StoreUnavailable,
            tr("The school could not say what would happen. Choose the course again in a "
               "moment.")});
        return;
    }
    RegistrationResults plan = watcher->future().takeResult();
    for (auto rejected = m_assigned.rejectedRows.cbegin();
         rejected != m_assigned.rejectedRows.cend(); ++rejected)
        plan += rejectedRow(rejected.key(), rejected->code, rejected->argument);
    m_model->setPlan(plan);
    setState(State::Planned);
}

BulkRegistration::Request ClassList::request() const
{
    BulkRegistration::Request wanted;
    wanted.students = m_roster.students;
    wanted.courses = m_assigned.courses;
    wanted.rosterName = m_name;
    wanted.rejectedRows = m_assigned.rejectedRows;
    wanted.rejectedRows.insert(m_roster.rejectedRows());
    return wanted;
}

int ClassList::rowsToRegister() const
{
    return m_model->count(RowState::WillRegister) + m_model->count(RowState::WillWait);
}

int ClassList::rowsLeftOut() const
{
    return m_model->count(RowState::Problem) + m_model->count(RowState::WillReject);
}

void ClassList::registerStudents()
{
    if (m_state != State::Planned)
        return;
    m_progress = {};
    m_progress.total = m_roster.size();
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

} // namespace Rollbook
