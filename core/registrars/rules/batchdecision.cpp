// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules/batchdecision.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Rollbook
{

namespace
{

constexpr std::array<std::pair<StudentField, CompletableField>, 6> CompletableFields{{
    {StudentField::GivenName, CompletableGivenName},
    {StudentField::FamilyName, CompletableFamilyName},
    {StudentField::Email, CompletableEmail},
    {StudentField::BirthDate, CompletableBirthDate},
    {StudentField::GradeLevel, CompletableGradeLevel},
    {StudentField::Notes, CompletableNotes},
}};

RegistrationError invalidData(const char *sentence)
{
    return {RegistrationStatus::Rejected, ReasonCode::InvalidData,
        QCoreApplication::translate("Rollbook::Outcome", sentence)};
}

} // namespace

BatchDecision::BatchDecision(const RegistrationBatch &batch, const BatchIdentities &identities,
    SchoolFacts facts, qint64 nowMs)
    : m_batch(batch)
    , m_identities(identities)
    , m_facts(std::move(facts))
    , m_context(RuleContext::of(batch.run))
    , m_nowMs(nowMs)
{
    m_results.reserve(batch.rows.size());
    m_decided.reserve(static_cast<std::size_t>(batch.rows.size()));
    m_newPlaces.reserve(static_cast<std::size_t>(batch.rows.size()));
}

void BatchDecision::decide(qsizetype position)
{
    StudentRegistrationResult result;
    result.row = m_batch.rows[position];
    result.attempts = m_batch.attempt;
    result.outcome = outcomeOf(position);
    m_results.append(std::move(result));
    m_decided.push_back(position);
}

void BatchDecision::keep(const StudentRegistrationResult &earlier)
{
    m_results.append(earlier);
}

void BatchDecision::setDuration(qint32 milliseconds)
{
    // 0 is that of what was not measured.
    for (const qsizetype position : m_decided)
        m_results[position].durationMs = std::max(milliseconds, 1);
}

RowOutcome BatchDecision::outcomeOf(qsizetype position)
{
    const qint32 row = m_batch.rows[position];
    const int assigned = m_batch.courses.indexOf(row);
    const qint32 course =
        assigned < 0 ? -1 : m_facts.assignedCourses[static_cast<std::size_t>(assigned)];
    if (course < 0) {
        return RegistrationError{RegistrationStatus::Rejected, ReasonCode::UnknownCourse,
            m_batch.courses.courseOf(row).code};
    }
    const auto student = studentAt(position);
    if (!student)
        return student.error();
    RowOutcome outcome = decideRegistration(m_context, m_facts.courses, course,
        m_facts.students[static_cast<std::size_t>(*student)], row);
    if (auto *place = std::get_if<StudentRegistration>(&outcome)) {
        // Without a moment it is new; what was held before has the one of then.
        if (place->status != RegistrationStatus::AlreadyRegistered && place->registeredAtMs == 0)
            enter(position, *student, course, *place);
    }
    return outcome;
}

tl::expected<qint32, RegistrationError> BatchDecision::studentAt(qsizetype position)
{
    const BatchIdentities::Identity identity = m_identities.at(position);
    if (identity.by == BatchIdentities::By::StudentId)
        return identity.index;
    if (identity.by == BatchIdentities::By::Nothing) {
        return tl::unexpected(invalidData(QT_TRANSLATE_NOOP(
            "Rollbook::Outcome", "the row has neither a student number nor an e-mail address")));
    }
    auto &owners = m_facts.studentsByEmail[static_cast<std::size_t>(identity.index)];
    if (owners.size() > 1) {
        return tl::unexpected(invalidData(QT_TRANSLATE_NOOP("Rollbook::Outcome",
            "several students have this e-mail address; add the student number")));
    }
    if (owners.size() == 1)
        return owners.front();
    // Nobody yet: a student who exists for this row only, unless it registers them.
    StudentFacts unknown;
    m_facts.students.push_back(std::move(unknown));
    return static_cast<qint32>(m_facts.students.size()) - 1;
}

void BatchDecision::enter(
    qsizetype position, qint32 student, qint32 course, StudentRegistration &place)
{
    const qint32 row = m_batch.rows[position];
    place.registeredAtMs = m_nowMs;
    StudentFacts &facts = m_facts.students[static_cast<std::size_t>(student)];
    facts.places.push_back({course, place.waiting, place.number, m_nowMs, row});
    CourseFacts &seats = m_facts.courses[static_cast<std::size_t>(course)];
    if (place.waiting)
        ++seats.waiting;
    else
        seats.giveNextSeat();
    m_newPlaces.push_back({student, course, position});
    completeRegister(student, row);
}

void BatchDecision::completeRegister(qint32 student, qint32 row)
{
    StudentFacts &facts = m_facts.students[static_cast<std::size_t>(student)];
    const bool isNew = !facts.known;
    if (!isNew && facts.emptyFields == 0)
        return;
    quint8 given = 0;
    quint8 empty = 0;
    for (const auto &[field, bit] : CompletableFields) {
        const bool has = !m_batch.students.field(row, field).isEmpty();
        const bool wanted = isNew || (facts.emptyFields & bit) != 0;
        if (wanted && has)
            given = static_cast<quint8>(given | bit);
        else if (wanted)
            empty = static_cast<quint8>(empty | bit);
    }
    facts.known = true;
    facts.emptyFields = empty;
    if (isNew)
        m_newStudents.push_back({student, row});
    else if (given != 0)
        m_completedStudents.push_back({student, row, given});
    if ((given & CompletableEmail) != 0)
        noteEmail(student, row);
}

void BatchDecision::noteEmail(qint32 student, qint32 row)
{
    const auto &keys = m_identities.emailKeys();
    if (keys.empty())
        return;
    const std::string key = emailKey(m_batch.students.field(row, StudentField::Email));
    const auto found = std::lower_bound(keys.cbegin(), keys.cend(), key);
    if (found != keys.cend() && *found == key) {
        m_facts.studentsByEmail[static_cast<std::size_t>(found - keys.cbegin())].push_back(student);
    }
}

} // namespace Rollbook
