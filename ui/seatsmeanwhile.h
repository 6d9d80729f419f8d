// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ownchanges.h"
#include "planpromise.h"
#include "registration/school.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace Rollbook
{

class RosterModel;

/// Finds out which seats that a list was promised were taken meanwhile: while it is planned, and
/// while it is registered.
class SeatsMeanwhile : public QObject
{
    Q_OBJECT

public:
    /// One course that has fewer seats or places for the list than the plan said.
    struct Loss {
        PlanPromise::Loss promised;
        CourseSeats seats; ///< as the course is now
        /// Nothing that happened here explains it, nor that the course was made smaller.
        bool isByColleague = false;

        friend bool operator==(const Loss &, const Loss &) = default;
    };

    SeatsMeanwhile(School &school, ClassList &list);

    /// So that what the same window does is told from what others do.
    void setOwnChanges(const OwnChanges *changes) { m_own = changes; }

    /// What was promised does not count any more: a person changed the list or its course, or does
    /// not want to hear of it.
    void forget();
    /// A plan is asked for; what others do from now on comes after it.
    void beginPlan();
    void takeCourses(const QList<CourseSeats> &seats) { m_seats = seats; }
    /// The plan that is seen is made anew, though the list is what it was.
    void keepPlan();
    void takePlan(const RegistrationResults &plan);
    /// A run begins with what stands in the table; one that goes on, with these rows of it.
    void beginRun();
    void continueRun(const QList<qint32> &rows);
    void takeOutcomes(const RegistrationResults &results);

    /// Of a plan, or of a run.
    bool isOfRun() const { return m_isOfRun; }
    const QList<Loss> &losses() const { return m_losses; }

Q_SIGNALS:
    /// losses() are others.
    void changed();

private:
    void keep();
    void look();
    void lookAtCourses(const QList<CourseRef> &courses);
    bool isByColleague(const CourseSeats &now) const;
    void show(const QList<PlanPromise::Loss> &losses, const QList<CourseSeats> &now);
    void setLosses(const QList<Loss> &losses);

    School &m_school;
    ClassList &m_list;
    QPointer<const OwnChanges> m_own;
    PlanPromise m_promise;
    QList<CourseSeats> m_promised; // the courses, as they were for m_promise
    OwnChanges::Moment m_since = 0;
    QList<CourseSeats> m_seats; // the courses, as they were for the last plan
    OwnChanges::Moment m_asked = 0;
    bool m_isOfRun = false;
    QList<CourseRef> m_lookedAt; // since students of the run lost seats in them
    QList<CourseSeats> m_now;    // of these, those that were read
    QList<Loss> m_losses;
    int m_choice = 0; // counts, so that a late answer is known as such
};

} // namespace Rollbook
