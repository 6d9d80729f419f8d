// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How rows of a run that has ended are tried again, as they are or corrected: in the same run, and
// without the others.

#include "classlist.h"

#include "runthencallback.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

QList<qint32> ascending(const QSet<qint32> &rows)
{
    QList<qint32> list(rows.cbegin(), rows.cend());
    std::sort(list.begin(), list.end());
    return list;
}

bool saysTheSame(const StudentList &one, const StudentList &other, qint32 row)
{
    for (int i = 0; i < StudentFieldCount; ++i) {
        const auto field = static_cast<StudentField>(i);
        if (one.field(row, field) != other.field(row, field))
            return false;
    }
    return true;
}

bool isCorrected(const StudentList &students, qint32 row)
{
    for (int i = 0; i < StudentFieldCount; ++i) {
        if (students.isCorrected(row, static_cast<StudentField>(i)))
            return true;
    }
    return false;
}

bool isLeftOut(const StudentRegistrationResult &result)
{
    return result.error() && result.error()->code == ReasonCode::LeftOut;
}

// The courses of a run with those that some of its rows ask for now.
CourseAssignment withCoursesOf(const CourseAssignment &all, const CourseAssignment &now,
    const QList<qint32> &rows, qint32 size)
{
    const bool isTheSame = std::all_of(rows.cbegin(), rows.cend(),
        [&](qint32 row) { return all.courseOf(row) == now.courseOf(row); });
    if (isTheSame)
        return all;
    QList<CourseRef> courses = all.courses();
    QList<qint32> indexes(size);
    for (qint32 row = 0; row < size; ++row)
        indexes[row] = all.indexOf(row);
    for (const qint32 row : rows) {
        const CourseRef course = now.courseOf(row);
        if (!course.isNull() && !courses.contains(course))
            courses += course;
        indexes[row] = course.isNull() ? -1 : static_cast<qint32>(courses.indexOf(course));
    }
    return CourseAssignment(courses, indexes);
}

} // namespace

bool ClassList::canGoOn() const
{
    const bool ended = m_state == State::Finished || m_state == State::Earlier;
    return ended && m_canGoOn && m_results.run.kind == RunKind::Registration
        && m_results.run.undoneBy.isEmpty() && m_undo.phase == UndoPhase::None;
}

bool ClassList::isChanged(qint32 row) const
{
    return m_changed.contains(row);
}

bool ClassList::differsFromRun(qint32 row) const
{
    return !saysTheSame(roster().students, m_results.students, row)
        || m_edits->leftOut().contains(row) != isLeftOut(m_results.results.at(row));
}

bool ClassList::canTryAgain(qint32 row) const
{
    if (!m_rights.mayRegister() || !canGoOn() || row < 0 || row >= m_results.results.size())
        return false;
    if (isChanged(row)) {
        const RowState state = m_model->rowState(row);
        return state == RowState::WillRegister || state == RowState::WillWait
            || state == RowState::WillBeAlready;
    }
    const StudentRegistrationResult &result = m_results.results.at(row);
    if (m_isOfHistory)
        return canBeTriedAgain(result);
    // What was wrong in the list may have been another row's fault, which was corrected.
    return result.error() && !isLeftOut(result) && m_model->isSound(row)
        && m_results.courses.indexOf(row) >= 0;
}

bool ClassList::canTryAnyAgain() const
{
    const QList<StudentRegistrationResult> &results = m_results.results;
    return m_rights.mayRegister() && canGoOn()
        && std::any_of(results.cbegin(), results.cend(), canBeTriedAgain);
}

int ClassList::rowsToTryAgain() const
{
    if (!m_rights.mayRegister() || !canGoOn())
        return 0;
    const auto changed = std::count_if(m_changed.cbegin(), m_changed.cend(),
        [this](qint32 row) { return !isSettled(m_results.results.at(row)); });
    return m_rowsToTryAgain - static_cast<int>(changed);
}

void ClassList::tryAgain()
{
    if (rowsToTryAgain() == 0)
        return;
    if (m_changed.isEmpty()) {
        perform(BulkRegistration::Request::continuing(m_results));
        return;
    }
    QList<qint32> rows;
    for (const StudentRegistrationResult &result : std::as_const(m_results.results)) {
        if (!isSettled(result) && !isChanged(result.row))
            rows += result.row;
    }
    tryRowsAgain(rows);
}

void ClassList::tryRowsAgain(const QList<qint32> &rows)
{
    QList<qint32> wanted = rows;
    wanted.removeIf([this](qint32 row) { return !canTryAgain(row); });
    if (wanted.isEmpty())
        return;
    const BulkRegistration::Request request = requestFor(wanted);
    for (const qint32 row : std::as_const(wanted))
        m_changed.remove(row);
    perform(request);
}

void ClassList::registerChanged()
{
    QList<qint32> rows = ascending(m_changed);
    rows.removeIf([this](qint32 row) { return m_model->rowState(row) == RowState::WillBeAlready; });
    tryRowsAgain(rows);
}

// Other rows that were changed wait for their own turn, as what they were.
BulkRegistration::Request ClassList::requestFor(const QList<qint32> &rows) const
{
    auto request = BulkRegistration::Request::tryingAgain(m_results, rows);
    for (const qint32 row : rows) {
        StudentRegistrationResult &before = request.continued->results[row];
        if (isChanged(row)) {
            for (int i = 0; i < StudentFieldCount; ++i) {
                const auto field = static_cast<StudentField>(i);
                request.students.correct(row, field, roster().students.text(row, field));
            }
            // What was said of it is not said of what it is now.
            const qint16 attempts = before.attempts;
            before = notAttemptedRow(row, ReasonCode::Cancelled);
            before.attempts = attempts;
            request.isCorrected = true;
        }
        request.isCorrected =
            request.isCorrected || !canBeTriedAgain(before) || isCorrected(request.students, row);
    }
    QList<qint32> changed = rows;
    changed.removeIf([this](qint32 row) { return !isChanged(row); });
    request.courses =
        withCoursesOf(m_results.courses, m_model->courses(), changed, m_results.students.size());
    return request;
}

// A row that says again what it said in the run has the outcome again that it had.
void ClassList::noteChanges(const QList<qint32> &rows)
{
    for (const qint32 row : rows) {
        if (differsFromRun(row))
            m_changed.insert(row);
        else
            m_changed.remove(row);
    }
}

void ClassList::showChanges(const QList<qint32> &rows)
{
    RegistrationResults asBefore;
    for (const qint32 row : rows) {
        if (!isChanged(row))
            asBefore += m_results.results.at(row);
    }
    m_model->applyResults(asBefore);
    if (m_changed.isEmpty())
        m_model->setCourses(m_results.courses);
    planChangedLater();
}

void ClassList::planChangedLater()
{
    ++m_choice;
    if (m_planning)
        m_planning->cancel();
    if (!m_changed.isEmpty() && canGoOn())
        m_planSoon.start(PlanAfterEdit);
    else
        m_planSoon.stop();
}

void ClassList::planChanged()
{
    // What is wrong with the list is not known yet; it is planned when it is.
    if (!canGoOn() || m_edits->isChecking())
        return;
    m_seatsMeanwhile->beginPlan();
    runThenCallback(
        this,
        [&school = m_school, course = m_course, students = roster().students] {
            return course.isNull() ? assignCoursesByRow(school.courses(), students)
                                   : assignCourse(school.courses(), course.code, course.term);
        },
        [this, choice = ++m_choice](const Expected<AssignedCourses> &assigned) {
            if (choice != m_choice)
                return;
            if (assigned)
                planChangedFor(*assigned);
            else
                fail(assigned.error());
        });
}

// Asked in the name of the run: what it gave to other rows counts as its own.
void ClassList::planChangedFor(const AssignedCourses &assigned)
{
    QList<qint32> rows = ascending(m_changed);
    rows.removeIf([this](qint32 row) { return !m_model->isSound(row); });
    const CourseAssignment courses =
        withCoursesOf(m_results.courses, assigned.courses, rows, m_results.students.size());
    m_model->setCourses(courses);
    m_seatsMeanwhile->takeCourses(assigned.seats);
    RegistrationResults unsent;
    for (const qint32 row : std::as_const(rows)) {
        const auto rejected = assigned.rejectedRows.constFind(row);
        if (rejected != assigned.rejectedRows.cend())
            unsent += rejectedRow(row, rejected->code, rejected->argument);
    }
    rows.removeIf([&assigned](qint32 row) { return assigned.rejectedRows.contains(row); });
    m_model->addPlan(unsent);
    if (rows.isEmpty())
        return;
    auto *watcher = new PlanWatcher(this);
    m_planning = watcher;
    connect(watcher, &PlanWatcher::finished, this, [this, watcher] { takePlanOfChanged(watcher); });
    watcher->setFuture(
        m_school.registrar().plan({m_results.run, roster().students, courses, rows}));
}

void ClassList::takePlanOfChanged(PlanWatcher *watcher)
{
    watcher->deleteLater();
    if (m_planning != watcher || watcher->isCanceled())
        return;
    m_planning.clear();
    if (watcher->future().resultCount() > 0)
        m_model->addPlan(watcher->future().takeResult());
}

} // namespace Rollbook
