// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules/promotion.h"

#include <QCoreApplication>
#include <QDateTime>

namespace Rollbook
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::WaitingList)
};

} // namespace

bool hasFreeSeat(const CourseFacts &course)
{
    return !course.course.capacity || course.seatsTaken < *course.course.capacity;
}

RowOutcome decidePromotion(const std::vector<CourseFacts> &courses, const StudentFacts &student)
{
    RuleContext context;
    // Whoever waits has asked in time: an office moves its lists after registration closed, too.
    const Course &wanted = courses.front().course;
    context.today = wanted.opensOn.isValid() ? wanted.opensOn : wanted.closesOn;
    context.options.whenFull = WhenFull::Reject;
    RowOutcome outcome = decideRegistration(context, courses, 0, student, 0);
    if (auto *seat = std::get_if<StudentRegistration>(&outcome))
        seat->registeredAtMs = QDateTime::currentMSecsSinceEpoch();
    return outcome;
}

Error noSuchCourse(const CourseRef &course)
{
    return {ErrorCode::UnknownCourse,
        course.term.isEmpty()
            ? Text::tr("There is no course “%1”.").arg(course.code)
            : Text::tr("There is no course “%1” in %2.").arg(course.code, course.term)};
}

Error tooFewToPromote()
{
    return {ErrorCode::Usage,
        Text::tr("Say how many students move up: a number from 1, or nothing for as many as there "
                 "are seats.")};
}

} // namespace Rollbook
