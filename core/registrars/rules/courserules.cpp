// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules/courserules.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

RowOutcome rejected(ReasonCode code, const QString &argument = {})
{
    return RegistrationError{RegistrationStatus::Rejected, code, argument};
}

// People type "go0" for GO0.
bool isSameCode(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

const TakenPlace *placeIn(qint32 course, const StudentFacts &student)
{
    const auto place = std::find_if(student.places.cbegin(), student.places.cend(),
        [course](const TakenPlace &held) { return held.course == course; });
    return place == student.places.cend() ? nullptr : &*place;
}

RowOutcome whatIsHeld(const TakenPlace &place, qint32 row)
{
    if (place.rowOfThisRun >= 0 && place.rowOfThisRun != row)
        return rejected(ReasonCode::DuplicateRow, QString::number(place.rowOfThisRun + 1));
    StudentRegistration held{
        RegistrationStatus::AlreadyRegistered, place.waiting, place.number, place.registeredAtMs};
    if (place.rowOfThisRun == row) {
        held.status =
            place.waiting ? RegistrationStatus::Waitlisted : RegistrationStatus::Registered;
    }
    return held;
}

QStringList missingPrerequisites(
    const std::vector<CourseFacts> &courses, const Course &wanted, const StudentFacts &student)
{
    QStringList missing;
    for (const QString &code : wanted.prerequisites) {
        const bool completed =
            std::any_of(student.completedCourses.cbegin(), student.completedCourses.cend(),
                [&code](const QString &done) { return isSameCode(done, code); });
        const bool seated = !completed
            && std::any_of(
                student.places.cbegin(), student.places.cend(), [&](const TakenPlace &place) {
                    const Course &held = courses[static_cast<std::size_t>(place.course)].course;
                    return !place.waiting && held.term != wanted.term
                        && isSameCode(held.code, code);
                });
        if (!completed && !seated)
            missing += code;
    }
    return missing;
}

bool meetAtTheSameTime(const Course &left, const Course &right)
{
    return std::any_of(
        left.meets.cbegin(), left.meets.cend(), [&right](const MeetingTime &meeting) {
            return std::any_of(right.meets.cbegin(), right.meets.cend(),
                [&meeting](const MeetingTime &other) { return meeting.overlaps(other); });
        });
}

// Of several, the first by its code: places come in the order in which a store has them, and the
// answer must not depend on that.
const Course *conflictingCourse(
    const std::vector<CourseFacts> &courses, const Course &wanted, const StudentFacts &student)
{
    if (wanted.meets.isEmpty())
        return nullptr;
    const Course *first = nullptr;
    for (const TakenPlace &place : student.places) {
        const Course &held = courses[static_cast<std::size_t>(place.course)].course;
        if (!place.waiting && held.term == wanted.term && (!first || held.code < first->code)
            && meetAtTheSameTime(held, wanted))
            first = &held;
    }
    return first;
}

RowOutcome seatOrPlace(const RuleContext &context, const CourseFacts &wanted)
{
    const Course &course = wanted.course;
    if (!course.capacity || wanted.seatsTaken < *course.capacity)
        return StudentRegistration{RegistrationStatus::Registered, false, wanted.nextSeat(), 0};
    if (context.options.whenFull == WhenFull::Waitlist
        && wanted.waiting < course.waitlistCapacity.value_or(0))
        return StudentRegistration{RegistrationStatus::Waitlisted, true, wanted.waiting + 1, 0};
    return rejected(ReasonCode::CourseFull);
}

} // namespace

void CourseFacts::giveNextSeat()
{
    if (!freeSeats.empty()) {
        lastFreeSeatGiven = freeSeats.back();
        freeSeats.pop_back();
    }
    ++seatsTaken;
}

RuleContext RuleContext::of(const Run &run)
{
    return {run.startedAt.toLocalTime().date(), run.options};
}

RowOutcome decideRegistration(const RuleContext &context, const std::vector<CourseFacts> &courses,
    qint32 wanted, const StudentFacts &student, qint32 row)
{
    const CourseFacts &facts = courses[static_cast<std::size_t>(wanted)];
    const Course &course = facts.course;
    if (!student.known && context.options.unknownStudents == UnknownStudents::Reject)
        return rejected(ReasonCode::UnknownStudent);
    if (const TakenPlace *held = placeIn(wanted, student))
        return whatIsHeld(*held, row);
    if (!student.hold.isEmpty())
        return rejected(ReasonCode::Hold, student.hold);
    if (course.opensOn.isValid() && context.today < course.opensOn)
        return rejected(ReasonCode::NotOpenYet, course.opensOn.toString(Qt::ISODate));
    if (course.closesOn.isValid() && context.today > course.closesOn)
        return rejected(ReasonCode::RegistrationClosed, course.closesOn.toString(Qt::ISODate));
    const QStringList missing = missingPrerequisites(courses, course, student);
    if (!missing.isEmpty())
        return rejected(ReasonCode::MissingPrerequisite, missing.join(QStringLiteral("; ")));
    if (const Course *other = conflictingCourse(courses, course, student))
        return rejected(ReasonCode::TimeConflict, other->code);
    return seatOrPlace(context, facts);
}

} // namespace Rollbook
