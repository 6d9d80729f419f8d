// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a list comes to its plan: for a course that was chosen, and again after each edit.

#include "classlist.h"

#include "runthencallback.h"

namespace Rollbook
{

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
    if (isBusy() || !m_hasChosenCourse || m_undo.phase == UndoPhase::Undoing)
        return;
    m_changed.clear();
    forgetUndo();
    m_seatsMeanwhile->forget();
    m_model->clearPlan();
    setState(State::Planning);
    plan();
}

void ClassList::planForChangedSchool()
{
    // What is being looked up may be old before it is there.
    m_isPlanOutdated = m_state == State::Planning;
    if (m_state != State::Planned)
        return;
    m_seatsMeanwhile->keepPlan();
    setState(State::Planning);
    plan();
}

// The plan that is seen stays until the new one is there: an edit makes nothing flicker.
void ClassList::planLater()
{
    m_planSoon.start(PlanAfterEdit);
    m_seatsMeanwhile->forget();
    if (m_planning)
        m_planning->cancel();
    ++m_choice;
    if (m_state != State::Planning)
        setState(State::Planning);
}

void ClassList::takeEdit(const QList<qint32> &rows)
{
    const bool hasRun = m_state == State::Finished;
    if (hasRun)
        noteChanges(rows);
    m_model->setCorrected(roster(), m_edits->leftOut(), rows);
    if (hasRun)
        showChanges(rows);
    else if (m_state == State::Planned || m_state == State::Planning)
        planLater();
}

void ClassList::plan()
{
    if (m_state == State::Finished) {
        planChanged();
        return;
    }
    m_planSoon.stop();
    if (m_planning)
        m_planning->cancel();
    const int choice = ++m_choice;
    m_isPlanOutdated = false;
    m_problem.reset();
    // What is wrong with the list is not known yet; it is planned when it is.
    if (m_edits->isChecking())
        return;
    m_seatsMeanwhile->beginPlan();
    runThenCallback(
        this,
        [&school = m_school, course = m_course, students = roster().students] {
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
        giveUpPlan(assigned.error());
        return;
    }
    m_assigned = *assigned;
    m_model->setCourses(m_assigned.courses);
    m_seatsMeanwhile->takeCourses(m_assigned.seats);
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
        giveUpPlan({ErrorCode::StoreUnavailable,
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
    m_seatsMeanwhile->takePlan(plan);
    if (std::exchange(m_isPlanOutdated, false))
        planForChangedSchool();
}

void ClassList::giveUpPlan(const Error &error)
{
    m_seatsMeanwhile->forget();
    m_model->clearPlan();
    setState(State::NoCourse);
    fail(error);
}

BulkRegistration::Request ClassList::request() const
{
    BulkRegistration::Request wanted;
    wanted.students = roster().students;
    wanted.courses = m_assigned.courses;
    wanted.rosterName = m_name;
    wanted.rosterPath = m_path;
    wanted.rosterHash = m_hash;
    wanted.registrarName = m_school.displayName();
    wanted.columns = ListColumns::of(roster().headers, roster().students);
    wanted.rejectedRows = m_assigned.rejectedRows;
    wanted.rejectedRows.insert(m_edits->rejectedRows());
    return wanted;
}

} // namespace Rollbook
