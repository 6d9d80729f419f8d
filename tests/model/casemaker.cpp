// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casemaker.h"

#include <array>
#include <random>

namespace Rollbook
{

namespace
{

constexpr int Courses = 4;
constexpr int MostSteps = 6;
constexpr std::array Reasons{ReasonCode::StoreBusy, ReasonCode::StoreUnavailable,
    ReasonCode::StoreFull, ReasonCode::StoreReadOnly, ReasonCode::Throttled,
    ReasonCode::ServerError, ReasonCode::TimedOut, ReasonCode::StoreFault};

/// Makes the parts of a case. Little of everything, so that things meet: few seats, few students.
class CaseMaker
{
public:
    explicit CaseMaker(quint32 seed)
        : m_random(seed)
        // A long list now and then.
        , m_rows(onceIn(40) ? 100 : 12)
        , m_students(m_rows > 12 ? 60 : 10)
    {
    }

    ModelCase make()
    {
        ModelCase made;
        const int courses = onceIn(2) ? 1 : 1 + upTo(Courses - 1);
        for (int number = 0; number < courses; ++number)
            made.courses += course(number);
        for (int number = 0; number < m_students; ++number) {
            if (onceIn(2))
                made.students += student(number);
        }
        m_courses = courses;
        made.steps += registration();
        for (int steps = 1; steps < MostSteps && !onceIn(4); ++steps)
            made.steps += step();
        return made;
    }

private:
    // Not std::uniform_int_distribution, which another library draws otherwise.
    int upTo(int most) { return static_cast<int>(m_random() % static_cast<quint32>(most + 1)); }
    bool onceIn(int times) { return upTo(times - 1) == 0; }
    std::optional<int> perhaps(int most)
    {
        return onceIn(6) ? std::nullopt : std::optional(upTo(most));
    }

    CaseCourse course(int number);
    CaseStudent student(int number);
    CaseRow row(std::optional<int> course);
    CaseFault fault();
    ModelStep step();
    ModelStep registration();
    void drawWayOfRegistering(ModelStep &step);

    std::mt19937 m_random;
    int m_rows;
    int m_students;
    int m_courses = 1;
};

CaseCourse CaseMaker::course(int number)
{
    CaseCourse course;
    course.number = number;
    course.spring = onceIn(3);
    course.seats = perhaps(m_rows / 2);
    course.places = perhaps(m_rows / 3);
    if (onceIn(10))
        course.opens = upTo(4) - 3;
    if (onceIn(10))
        course.closes = qMax(upTo(4) - 1, course.opens.value_or(-1));
    for (int meetings = onceIn(2) ? 0 : 1 + upTo(1); meetings > 0; --meetings)
        course.meets += CaseMeeting{1 + upTo(1), 8 + upTo(2), 1 + upTo(1)};
    if (onceIn(5))
        course.needs += upTo(Courses - 1);
    return course;
}

CaseStudent CaseMaker::student(int number)
{
    CaseStudent student;
    student.number = number;
    if (onceIn(2))
        student.email = onceIn(5) ? upTo(m_students) : number;
    student.hold = onceIn(8);
    if (onceIn(4))
        student.passed += upTo(Courses - 1);
    return student;
}

CaseRow CaseMaker::row(std::optional<int> course)
{
    CaseRow row;
    const int number = upTo(m_students + 2);
    const bool byEmail = onceIn(5);
    if (!byEmail)
        row.student = number;
    if (byEmail ? !onceIn(8) : onceIn(3))
        row.email = onceIn(6) ? upTo(m_students) : number;
    row.shouts = onceIn(4);
    row.refused = onceIn(20);
    row.course = onceIn(20) ? Courses : course.value_or(upTo(m_courses - 1));
    return row;
}

CaseFault CaseMaker::fault()
{
    CaseFault fault;
    fault.row = upTo(m_rows - 1);
    fault.reason = Reasons[static_cast<std::size_t>(upTo(static_cast<int>(Reasons.size()) - 1))];
    fault.times = 1 + upTo(onceIn(3) ? 8 : 2);
    fault.lost = onceIn(2);
    return fault;
}

void CaseMaker::drawWayOfRegistering(ModelStep &step)
{
    step.options.whenFull = onceIn(4) ? WhenFull::Reject : WhenFull::Waitlist;
    step.options.unknownStudents = onceIn(4) ? UnknownStudents::Reject : UnknownStudents::Create;
    step.batchSize = 1 + upTo(m_rows > 12 ? 40 : 5);
    step.batchesInFlight = 1 + upTo(3);
    step.attempts = 2 + upTo(3);
    step.planned = onceIn(4);
    step.fromMemory = onceIn(3);
    if (onceIn(3))
        step.order = 1 + static_cast<quint32>(upTo(999));
    if (onceIn(5))
        step.pauseAfter = upTo(m_rows);
    if (onceIn(4))
        step.cancelAfter = upTo(m_rows);
    for (int faults = onceIn(3) ? 1 + upTo(3) : 0; faults > 0; --faults)
        step.faults += fault();
}

ModelStep CaseMaker::registration()
{
    ModelStep step;
    const std::optional<int> one = onceIn(2) ? std::optional(upTo(m_courses - 1)) : std::nullopt;
    for (int rows = onceIn(20) ? 0 : 1 + upTo(m_rows - 1); rows > 0; --rows)
        step.rows += row(one);
    drawWayOfRegistering(step);
    return step;
}

ModelStep CaseMaker::step()
{
    using Kind = ModelStep::Kind;
    constexpr std::array Kinds{Kind::Register, Kind::Register, Kind::Again, Kind::GoOn, Kind::GoOn,
        Kind::GoOn, Kind::Undo, Kind::Undo, Kind::Undo, Kind::Promote, Kind::Promote,
        Kind::Withdraw, Kind::Withdraw, Kind::Withdraw, Kind::MoreSeats};
    const Kind kind = Kinds[static_cast<std::size_t>(upTo(static_cast<int>(Kinds.size()) - 1))];
    if (kind == Kind::Register)
        return registration();
    ModelStep step;
    step.kind = kind;
    if (kind == Kind::Again || kind == Kind::GoOn)
        drawWayOfRegistering(step);
    if (kind <= Kind::Undo) {
        step.of = upTo(2);
        if (kind == Kind::Undo)
            step.planned = onceIn(3);
        return step;
    }
    step.course = upTo(m_courses - 1);
    step.number = upTo(kind == Kind::Withdraw ? m_rows : 3);
    return step;
}

} // namespace

ModelCase randomCase(quint32 seed)
{
    return CaseMaker(seed).make();
}

} // namespace Rollbook
