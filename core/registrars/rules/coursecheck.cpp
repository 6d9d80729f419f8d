// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/coursecheck.h"

#include <QCoreApplication>

#include <algorithm>

namespace Rollbook
{

namespace
{

using Field = CourseProblem::Field;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Catalogue)
};

bool isPossible(const MeetingTime &meeting)
{
    return meeting.dayOfWeek >= 1 && meeting.dayOfWeek <= 7 && meeting.starts.isValid()
        && meeting.starts < meeting.ends;
}

std::optional<CourseProblem> checkItself(const Course &course)
{
    const auto invalid = [&course](Field field, const QString &sentence) {
        return CourseProblem{field, sentence.arg(course.code)};
    };
    if (course.code.trimmed().isEmpty()) {
        return CourseProblem{Field::Code,
            course.title.isEmpty()
                ? Text::tr("A course has no code. Give each course one.")
                : Text::tr("The course “%1” has no code. Give it one.").arg(course.title)};
    }
    if (course.capacity.value_or(0) < 0)
        return invalid(
            Field::Capacity, Text::tr("The course “%1” cannot have less than no seats."));
    if (course.waitlistCapacity.value_or(0) < 0)
        return invalid(Field::WaitlistCapacity,
            Text::tr("The waiting list of “%1” cannot have less than no places."));
    if (course.opensOn.isValid() && course.closesOn.isValid() && course.closesOn < course.opensOn)
        return invalid(Field::ClosesOn, Text::tr("The course “%1” closes before it opens."));
    if (!std::all_of(course.meets.cbegin(), course.meets.cend(), isPossible))
        return invalid(
            Field::Meets, Text::tr("A meeting of “%1” ends before it starts, or has no day."));
    return std::nullopt;
}

} // namespace

std::optional<CourseProblem> checkCourse(const Course &course, int seatsTaken, int waiting)
{
    if (auto problem = checkItself(course))
        return problem;
    if (course.capacity && *course.capacity < seatsTaken) {
        return CourseProblem{Field::Capacity,
            Text::tr(
                "The course “%1” needs at least %n seat(s), because so many are taken already.",
                nullptr, seatsTaken)
                .arg(course.code)};
    }
    if (course.waitlistCapacity.value_or(0) < waiting) {
        return CourseProblem{Field::WaitlistCapacity,
            Text::tr("The waiting list of “%1” needs at least %n place(s), because so many are "
                     "waiting already.",
                nullptr, waiting)
                .arg(course.code)};
    }
    return std::nullopt;
}

} // namespace Rollbook
