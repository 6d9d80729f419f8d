// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a run is taken back, and how those who wait move up to the seats that are free then.

#include "classlist.h"

#include "runthencallback.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

// The course in which someone who waits could have a seat, with the most of them.
std::optional<CourseSeats> courseWithFreeSeats(School &school, const UndoneRun &undone)
{
    const auto courses = school.courses().courses();
    if (!courses)
        return std::nullopt;
    std::optional<CourseSeats> best;
    for (const CourseSeats &seats : *courses) {
        const bool isOfRun = undone.courses.courses().contains(seats.course.ref());
        if (isOfRun && promotable(seats) > (best ? promotable(*best) : 0))
            best = seats;
    }
    return best;
}

} // namespace

int promotable(const CourseSeats &seats)
{
    return std::min(seats.waiting, seats.seatsLeft().value_or(seats.waiting));
}

bool ClassList::canUndo() const
{
    // While rows are in doubt it is not known what there is to undo.
    if (!m_rights.mayRegister() || (m_state != State::Finished && m_state != State::Earlier)
        || m_run)
        return false;
    const Run &run = m_results.run;
    const int given =
        run.counts[RegistrationStatus::Registered] + run.counts[RegistrationStatus::Waitlisted];
    return run.kind == RunKind::Registration && run.undoneBy.isEmpty() && given > 0
        && m_undo.phase == UndoPhase::None && m_school.registrar().capabilities().canUndo;
}

void ClassList::setUndoPhase(UndoPhase phase)
{
    m_undo.phase = phase;
    Q_EMIT undoChanged();
}

void ClassList::previewUndo()
{
    if (!canUndo())
        return;
    setUndoPhase(UndoPhase::Looking);
    runThenCallback(
        this, [&school = m_school, id = m_results.run.id] { return school.undo().preview(id); },
        [this](const Expected<UndoneRun> &preview) {
            if (m_undo.phase == UndoPhase::Looking)
                takeUndo(preview, UndoPhase::Previewed);
        });
}

void ClassList::undoRun()
{
    if (m_undo.phase != UndoPhase::Previewed)
        return;
    setUndoPhase(UndoPhase::Undoing);
    runThenCallback(
        this, [&school = m_school, id = m_results.run.id] { return school.undo().undo(id); },
        [this](const Expected<UndoneRun> &undone) { takeUndo(undone, UndoPhase::Undone); });
}

void ClassList::takeUndo(const Expected<UndoneRun> &undone, UndoPhase phase)
{
    if (!undone) {
        forgetUndo();
        fail(undone.error());
        return;
    }
    m_undo.run = *undone;
    m_model->showUndo(m_undo.run.results, phase == UndoPhase::Previewed);
    setUndoPhase(phase);
    if (phase != UndoPhase::Undone)
        return;
    m_results.run.undoneBy = m_undo.run.undo.id;
    Q_EMIT seatsChanged();
    lookForFreeSeats();
}

void ClassList::leaveUndo()
{
    if (m_undo.phase == UndoPhase::Looking || m_undo.phase == UndoPhase::Previewed)
        forgetUndo();
}

void ClassList::forgetUndo()
{
    if (m_undo.phase == UndoPhase::None)
        return;
    m_model->hideUndo();
    m_undo = {};
    planChangedLater();
    Q_EMIT undoChanged();
}

void ClassList::lookForFreeSeats()
{
    runThenCallback(
        this, [&school = m_school, run = m_undo.run] { return courseWithFreeSeats(school, run); },
        [this](const std::optional<CourseSeats> &course) {
            m_undo.freeCourse = course;
            Q_EMIT undoChanged();
        });
}

void ClassList::promoteWaiting()
{
    if (!m_undo.freeCourse)
        return;
    const CourseRef course = m_undo.freeCourse->course.ref();
    m_undo.freeCourse.reset();
    Q_EMIT undoChanged();
    runThenCallback(
        this, [&school = m_school, course] { return school.waitingList().promote(course); },
        [this](const Expected<PromotedStudents> &promoted) {
            if (!promoted) {
                fail(promoted.error());
                return;
            }
            m_undo.promoted = *promoted;
            Q_EMIT undoChanged();
            Q_EMIT seatsChanged();
        });
}

// The run as it was, and over it what was taken back.
void ClassList::loadEarlierUndo(const Run &run)
{
    using Undone = std::pair<Expected<UndoneRun>, Expected<RegisterStudentsResults>>;
    runThenCallback(
        this,
        [&school = m_school, run] {
            return Undone(school.undo().recorded(run.id), school.journal().run(run.undoneRun));
        },
        [this](const Undone &answer) {
            const auto &[undone, then] = answer;
            if (!undone || !then) {
                m_problem = undone ? then.error() : undone.error();
                setState(State::Unreadable);
                return;
            }
            m_results = *then;
            m_model->setResults(m_results);
            m_results.run = undone->undo;
            m_undo.run = *undone;
            m_model->showUndo(m_undo.run.results, false);
            setState(State::Earlier);
            setUndoPhase(UndoPhase::Undone);
        });
}

} // namespace Rollbook
