// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulatedregistrar.h"

#include <QDateTime>

namespace Rollbook
{

namespace
{

// SplitMix64 (Steele, Lea, Flood 2014): one well-mixed number for each input.
quint64 mixed(quint64 number)
{
    number += 0x9e3779b97f4a7c15ULL;
    number = (number ^ (number >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    number = (number ^ (number >> 27U)) * 0x94d049bb133111ebULL;
    return number ^ (number >> 31U);
}

} // namespace

QByteArray simulatedIdentity(const StudentList &students, qint32 row)
{
    const QUtf8StringView id = students.field(row, StudentField::StudentId);
    if (!id.isEmpty())
        return QByteArray("#").append(id.data(), id.size());
    return students.text(row, StudentField::Email).toCaseFolded().toUtf8();
}

namespace
{

StudentRegistrationResult heldRow(qint32 row, const StudentRegistration &registration)
{
    StudentRegistrationResult result;
    result.row = row;
    result.outcome = registration;
    return result;
}

} // namespace

SimulatedRegistrar::SimulatedRegistrar(const SimulatedOptions &options, SimulatedCourses &courses)
    : m_options(options)
    , m_courses(courses)
{
}

SimulatedRegistrar::~SimulatedRegistrar() = default;

RegistrarCapabilities SimulatedRegistrar::capabilities() const
{
    return {.batchSize = 1,
        .batchesInFlight = 256,
        .order = RegistrarCapabilities::Order::Arrival,
        .canWaitlist = true,
        .canPlan = true,
        .canUndo = true,
        .journalsResults = false};
}

QFuture<RegistrationResults> SimulatedRegistrar::registerBatch(const RegistrationBatch &batch)
{
    RegistrationResults results;
    {
        const QMutexLocker lock(&m_mutex);
        results = decide(batch, m_sections, false);
        for (const CourseRef &course : batch.courses.courses()) {
            const Section &changed = section(m_sections, course);
            m_courses.setSeats(course, changed.seatsTaken, changed.waiting);
        }
    }
    auto promise = std::make_shared<QPromise<RegistrationResults>>();
    QFuture<RegistrationResults> future = promise->future();
    promise->start();
    const std::chrono::milliseconds wait(delay(batch.rows.isEmpty() ? 0 : batch.rows.first()));
    if (wait.count() > 0) {
        m_replies.enqueue({wait, std::move(promise), std::move(results)});
    } else {
        promise->addResult(std::move(results));
        promise->finish();
    }
    return future;
}

QFuture<RegistrationResults> SimulatedRegistrar::plan(const RegistrationBatch &batch)
{
    const QMutexLocker lock(&m_mutex);
    Sections copy = m_sections;
    return QtFuture::makeReadyFuture(decide(batch, copy, true));
}

RegistrationResults SimulatedRegistrar::decide(
    const RegistrationBatch &batch, Sections &sections, bool planning) const
{
    RegistrationResults results;
    results.reserve(batch.rows.size());
    for (const qint32 row : batch.rows) {
        results += decideRow(batch, row, section(sections, batch.courses.courseOf(row)), planning);
    }
    return results;
}

StudentRegistrationResult SimulatedRegistrar::decideRow(
    const RegistrationBatch &batch, qint32 row, Section &section, bool planning) const
{
    const QByteArray student = simulatedIdentity(batch.students, row);
    if (student.isEmpty())
        return rejectedRow(row, ReasonCode::InvalidData);
    const auto held = section.places.constFind(student);
    if (held != section.places.cend()) {
        if (held->runId != batch.run.id) {
            StudentRegistration before = held->registration;
            before.status = RegistrationStatus::AlreadyRegistered;
            return heldRow(row, before);
        }
        if (held->row == row)
            return heldRow(row, held->registration);
        return rejectedRow(row, ReasonCode::DuplicateRow, QString::number(held->row + 1));
    }
    if (!planning && fails(student))
        return failedRow(row, ReasonCode::StoreFault);

    StudentRegistration place;
    place.registeredAtMs = planning ? 0 : QDateTime::currentMSecsSinceEpoch();
    if (!section.capacity || section.seatsTaken < *section.capacity) {
        place.number = takeSeat(section);
    } else if (batch.run.options.whenFull == WhenFull::Waitlist && section.waitlistCapacity
        && section.waiting < *section.waitlistCapacity) {
        place.status = RegistrationStatus::Waitlisted;
        place.waiting = true;
        place.number = ++section.waiting;
    } else {
        return rejectedRow(row, ReasonCode::CourseFull);
    }
    section.places.insert(student, {batch.students.student(row), place, batch.run.id, row});
    return heldRow(row, place);
}

SimulatedRegistrar::Section &SimulatedRegistrar::section(
    Sections &sections, const CourseRef &course) const
{
    auto known = sections.find(course);
    if (known == sections.end()) {
        const Course described = m_courses.course(course);
        known =
            sections.insert(course, {described.capacity, described.waitlistCapacity, 0, 0, {}, {}});
    }
    return *known;
}

bool SimulatedRegistrar::fails(const QByteArray &student) const
{
    quint64 number = m_options.seed;
    for (const char byte : student)
        number = mixed(number ^ static_cast<unsigned char>(byte));
    constexpr double scale = 1.0 / 9007199254740992.0; // 2^53
    return static_cast<double>(number >> 11U) * scale < m_options.failures;
}

qint64 SimulatedRegistrar::delay(qint32 row) const
{
    if (m_options.jitterMs <= 0)
        return m_options.latencyMs;
    const quint64 number = mixed(m_options.seed ^ mixed(static_cast<quint64>(row)));
    const auto span = static_cast<quint64>(2 * m_options.jitterMs + 1);
    return qMax<qint64>(
        0, m_options.latencyMs - m_options.jitterMs + static_cast<qint64>(number % span));
}

} // namespace Rollbook
