// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"
#include "table/rowstate.h"

#include <array>

namespace Rollbook
{

/// What a plan promised to whom, and who got less because a course was full when their turn came.
/// Cheap to copy; each result that is taken costs the same, however many there are.
class PlanPromise
{
public:
    /// What became of those in one course.
    struct Loss {
        CourseRef course;
        int waiting = 0;     ///< were to have a seat, and wait
        int leftOut = 0;     ///< were to have a seat or a place, and have neither
        bool ofSeats = true; ///< false: only places on the waiting list were taken

        friend bool operator==(const Loss &, const Loss &) = default;
    };

    PlanPromise() = default;
    /// What stands in the table, while a plan does.
    PlanPromise(const QList<RowState> &planned, const CourseAssignment &courses);

    bool isEmpty() const { return m_rows.isEmpty(); }
    /// Those of these rows that have a plan have it anew; what is known of all others stays.
    void renew(
        const QList<RowState> &planned, const CourseAssignment &courses, const QList<qint32> &rows);
    /// Outcomes, or a later plan. A row may come again, the last counts.
    void take(const RegistrationResults &results);
    /// The courses that had fewer seats or places left for these students than was planned. Seats
    /// that other rows got in spite of the plan are not taken by anybody else.
    QList<Loss> losses() const;

private:
    // What was promised in the upper two bits, what it became in the lower.
    using Fate = quint8;
    using Counts = std::array<int, 16>;

    void note(qint32 row, Fate fate);

    QList<Fate> m_rows;
    CourseAssignment m_courses;
    QList<Counts> m_counts; // by course
};

} // namespace Rollbook
