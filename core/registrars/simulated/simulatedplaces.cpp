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

void SimulatedRegistrar::giveBack(Section &section, const QByteArray &student)
{
    const StudentRegistration held = section.places.take(student).registration;
    --(held.waiting ? section.waiting : section.seatsTaken);
    if (!held.waiting)
        section.freeSeats.insert(held.number);
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
        giveBack(section(m_sections, course), student);
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

HeldPlace SimulatedRegistrar::held(const CourseRef &course, const Place &place)
{
    return {place.student, course, place.registration.waiting, place.registration.number,
        place.registration.registeredAtMs, place.runId, place.row + 1};
}

QList<HeldPlace> SimulatedRegistrar::placesOf(const Student &student) const
{
    const QByteArray identity = simulatedIdentity(StudentList::fromStudents({student}), 0);
    const QMutexLocker lock(&m_mutex);
    QList<HeldPlace> places;
    for (auto section = m_sections.cbegin(); section != m_sections.cend(); ++section) {
        const auto place = section->places.constFind(identity);
        if (place != section->places.cend())
            places += held(section.key(), *place);
    }
    return places;
}

QList<HeldPlace> SimulatedRegistrar::placesIn(const CourseRef &course) const
{
    const QMutexLocker lock(&m_mutex);
    QList<HeldPlace> places;
    const auto section = m_sections.constFind(course);
    if (section == m_sections.cend())
        return places;
    for (const Place &place : section->places)
        places += held(course, place);
    return places;
}

WithdrawnPlaces SimulatedRegistrar::withdraw(const QList<HeldPlace> &places)
{
    const QMutexLocker lock(&m_mutex);
    WithdrawnPlaces answer;
    for (const HeldPlace &place : places) {
        Section &left = section(m_sections, place.course);
        const QByteArray student = simulatedIdentity(StudentList::fromStudents({place.student}), 0);
        const auto now = left.places.constFind(student);
        const bool isSame = now != left.places.cend() && now->registration.waiting == place.waiting
            && now->registration.number == place.number;
        (isSame ? answer.withdrawn : answer.changed) += place;
        if (isSame)
            giveBack(left, student);
    }
    // Numbers are compared with what was given: lists close up at the end.
    for (const HeldPlace &place : std::as_const(answer.withdrawn)) {
        Section &changed = section(m_sections, place.course);
        closeUp(changed);
        m_courses.setSeats(place.course, changed.seatsTaken, changed.waiting);
    }
    return answer;
}

} // namespace Rollbook
