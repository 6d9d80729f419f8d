// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How seats and places of the simulated school are taken back and move.

#include "rules/undodecision.h"
#include "simulatedregistrar.h"

#include <QDateTime>

#include <algorithm>

namespace Rollbook
{

qint32 SimulatedRegistrar::takeSeat(Section &section)
{
    ++section.seatsTaken;
    if (section.freeSeats.empty())
        return section.seatsTaken;
    return section.freeSeats.extract(section.freeSeats.begin()).value();
}

// In the order of their places.
std::vector<SimulatedRegistrar::Place *> SimulatedRegistrar::waitingIn(Section &section)
{
    std::vector<Place *> waiting;
    for (Place &place : section.places) {
        if (place.registration.waiting)
            waiting.push_back(&place);
    }
    std::sort(waiting.begin(), waiting.end(), [](const Place *one, const Place *other) {
        return one->registration.number < other->registration.number;
    });
    return waiting;
}

void SimulatedRegistrar::closeUp(Section &section)
{
    qint32 next = 0;
    for (Place *place : waitingIn(section))
        place->registration.number = ++next;
}

QList<UndoResult> SimulatedRegistrar::undo(const RegisterStudentsResults &then, Undoing undoing)
{
    const QMutexLocker lock(&m_mutex);
    QList<UndoResult> results;
    QList<std::pair<CourseRef, QByteArray>> withdrawn;
    for (const StudentRegistrationResult &result : then.results) {
        const CourseRef course = then.courses.courseOf(result.row);
        const QByteArray student = simulatedIdentity(then.students, result.row);
        const Section &asked = section(m_sections, course);
        PlaceNow now;
        if (const auto held = asked.places.constFind(student); held != asked.places.cend()) {
            now.held = true;
            now.byThisRow = held->runId == then.run.id && held->row == result.row;
            now.waiting = held->registration.waiting;
            now.number = held->registration.number;
            now.run = held->runId;
        }
        results += decideUndo(result, course, now);
        if (results.last().status == UndoStatus::Withdrawn)
            withdrawn += {course, student};
    }
    if (undoing == Undoing::Previewed)
        return results;
    for (const auto &[course, student] : std::as_const(withdrawn)) {
        Section &left = section(m_sections, course);
        const StudentRegistration held = left.places.take(student).registration;
        --(held.waiting ? left.waiting : left.seatsTaken);
        if (!held.waiting)
            left.freeSeats.insert(held.number);
    }
    for (const CourseRef &course : then.courses.courses()) {
        Section &changed = section(m_sections, course);
        closeUp(changed);
        m_courses.setSeats(course, changed.seatsTaken, changed.waiting);
    }
    return results;
}

Expected<PromotedStudents> SimulatedRegistrar::promote(
    const CourseRef &course, std::optional<int> count)
{
    const QMutexLocker lock(&m_mutex);
    Section &wanted = section(m_sections, course);
    wanted.capacity = m_courses.course(course).capacity;
    PromotedStudents promoted;
    QList<Student> students;
    for (Place *place : waitingIn(wanted)) {
        const bool full = wanted.capacity && wanted.seatsTaken >= *wanted.capacity;
        if (full || (count && students.size() >= *count))
            break;
        promoted.places += place->registration.number;
        place->registration = {RegistrationStatus::Registered, false, takeSeat(wanted),
            QDateTime::currentMSecsSinceEpoch()};
        --wanted.waiting;
        StudentRegistrationResult result;
        result.row = static_cast<qint32>(students.size());
        result.attempts = 1;
        result.outcome = place->registration;
        promoted.results += result;
        students += place->student;
    }
    closeUp(wanted);
    m_courses.setSeats(course, wanted.seatsTaken, wanted.waiting);
    promoted.course = {m_courses.course(course), wanted.seatsTaken, wanted.waiting};
    promoted.students = StudentList::fromStudents(students);
    return promoted;
}

} // namespace Rollbook
