// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "seatsmeanwhile.h"

#include "classlist.h"
#include "runthencallback.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

const CourseSeats *find(const QList<CourseSeats> &all, const CourseRef &course)
{
    const auto found = std::find_if(all.cbegin(), all.cend(),
        [&course](const CourseSeats &seats) { return seats.course.ref() == course; });
    return found == all.cend() ? nullptr : &*found;
}

bool isSmaller(std::optional<int> now, std::optional<int> before)
{
    return now && (!before || *now < *before);
}

// Those that are still there.
QList<CourseSeats> readCourses(const CourseCatalogue &catalogue, const QList<CourseRef> &courses)
{
    QList<CourseSeats> read;
    for (const CourseRef &course : courses) {
        if (const auto seats = catalogue.find(course.code, course.term))
            read += *seats;
    }
    return read;
}

} // namespace

SeatsMeanwhile::SeatsMeanwhile(School &school, ClassList &list)
    : QObject(&list)
    , m_school(school)
    , m_list(list)
{
    connect(&list, &ClassList::rosterChanged, this, &SeatsMeanwhile::forget);
}

void SeatsMeanwhile::forget()
{
    ++m_choice;
    m_promise = {};
    m_lookedAt.clear();
    m_now.clear();
    setLosses({});
}

void SeatsMeanwhile::beginPlan()
{
    m_asked = m_own ? m_own->now() : 0;
}

// The first one that a person saw is what all that come by themselves are compared with.
void SeatsMeanwhile::keepPlan()
{
    ++m_choice;
    if (!m_promise.isEmpty() && !m_isOfRun)
        return;
    m_isOfRun = false;
    keep();
}

void SeatsMeanwhile::keep()
{
    m_promise = PlanPromise(m_list.model()->rowStates(), m_list.model()->courses());
    m_promised = m_seats;
    m_since = m_asked;
}

void SeatsMeanwhile::takePlan(const RegistrationResults &plan)
{
    if (m_promise.isEmpty() || m_isOfRun)
        return;
    runThenCallback(
        this,
        [promise = m_promise, plan] {
            PlanPromise kept = promise;
            kept.take(plan);
            return kept.losses();
        },
        [this, now = m_seats, choice = ++m_choice](const QList<PlanPromise::Loss> &losses) {
            if (choice == m_choice)
                show(losses, now);
        });
}

void SeatsMeanwhile::beginRun()
{
    forget();
    m_isOfRun = true;
    keep();
}

void SeatsMeanwhile::continueRun(const QList<qint32> &rows)
{
    if (!m_isOfRun || m_promise.isEmpty()) {
        forget();
        m_isOfRun = true;
        m_since = m_asked;
    }
    m_promise.renew(m_list.model()->rowStates(), m_list.model()->courses(), rows);
    for (const CourseSeats &seats : std::as_const(m_seats)) {
        if (!find(m_promised, seats.course.ref()))
            m_promised += seats;
    }
    look();
}

void SeatsMeanwhile::takeOutcomes(const RegistrationResults &results)
{
    if (m_promise.isEmpty() || !m_isOfRun)
        return;
    m_promise.take(results);
    look();
}

// A course is looked at when the first one loses a seat in it.
void SeatsMeanwhile::look()
{
    const QList<PlanPromise::Loss> losses = m_promise.losses();
    QList<CourseRef> unknown;
    for (const PlanPromise::Loss &loss : losses) {
        if (!m_lookedAt.contains(loss.course))
            unknown += loss.course;
    }
    if (!unknown.isEmpty())
        lookAtCourses(unknown);
    show(losses, m_now);
}

void SeatsMeanwhile::lookAtCourses(const QList<CourseRef> &courses)
{
    m_lookedAt += courses;
    runThenCallback(
        this,
        [&catalogue = m_school.courses(), courses] { return readCourses(catalogue, courses); },
        [this, choice = m_choice](const QList<CourseSeats> &now) {
            if (choice != m_choice)
                return;
            m_now += now;
            // One that could not be read is looked at again with the next outcomes.
            m_lookedAt.removeIf([this](const CourseRef &course) { return !find(m_now, course); });
            show(m_promise.losses(), m_now);
        });
}

bool SeatsMeanwhile::isByColleague(const CourseSeats &now) const
{
    const CourseSeats *before = find(m_promised, now.course.ref());
    return before && !isSmaller(now.course.capacity, before->course.capacity)
        && !isSmaller(
            now.course.waitlistCapacity.value_or(0), before->course.waitlistCapacity.value_or(0))
        && !(m_own && m_own->hasChanged(now.course.ref(), m_since, m_list));
}

void SeatsMeanwhile::show(const QList<PlanPromise::Loss> &losses, const QList<CourseSeats> &now)
{
    QList<Loss> shown;
    for (const PlanPromise::Loss &loss : losses) {
        if (const CourseSeats *seats = find(now, loss.course))
            shown += {loss, *seats, isByColleague(*seats)};
    }
    setLosses(shown);
}

void SeatsMeanwhile::setLosses(const QList<Loss> &losses)
{
    if (losses == m_losses)
        return;
    m_losses = losses;
    Q_EMIT changed();
}

} // namespace Rollbook
