// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/registration.h"

#include "enumwords.h"

#include <numeric>

namespace Rollbook
{

namespace
{

constexpr std::array<const char *, RegistrationStatusCount> StatusWords{
    "registered", "waitlisted", "already_registered", "rejected", "failed", "not_attempted"};

constexpr std::array<const char *, ReasonCodeCount> ReasonWords{"course_full", "not_open_yet",
    "registration_closed", "missing_prerequisite", "time_conflict", "hold", "unknown_student",
    "duplicate_row", "invalid_data", "unknown_course", "store_busy", "store_unavailable",
    "store_full", "server_error", "timed_out", "cancelled", "stopped", "left_out", "throttled",
    "store_read_only", "store_fault", "in_doubt"};

StudentRegistrationResult errorRow(
    int row, RegistrationStatus status, ReasonCode code, const QString &argument)
{
    StudentRegistrationResult result;
    result.row = row;
    result.outcome = RegistrationError{status, code, argument};
    return result;
}

} // namespace

QString statusWord(RegistrationStatus status)
{
    return QString::fromLatin1(StatusWords[static_cast<std::size_t>(status)]);
}

std::optional<RegistrationStatus> statusFromWord(QStringView word)
{
    return fromWord<RegistrationStatus>(StatusWords, word);
}

QString reasonWord(ReasonCode code)
{
    return QString::fromLatin1(ReasonWords[static_cast<std::size_t>(code)]);
}

std::optional<ReasonCode> reasonFromWord(QStringView word)
{
    return fromWord<ReasonCode>(ReasonWords, word);
}

StudentRegistrationResult rejectedRow(int row, ReasonCode code, const QString &argument)
{
    return errorRow(row, RegistrationStatus::Rejected, code, argument);
}

StudentRegistrationResult failedRow(int row, ReasonCode code, const QString &argument)
{
    return errorRow(row, RegistrationStatus::Failed, code, argument);
}

StudentRegistrationResult notAttemptedRow(int row, ReasonCode code, const QString &argument)
{
    return errorRow(row, RegistrationStatus::NotAttempted, code, argument);
}

int StatusCounts::total() const
{
    return std::accumulate(m_counts.begin(), m_counts.end(), 0);
}

CourseAssignment::CourseAssignment(CourseRef course)
    : m_courses{std::move(course)}
{
}

CourseAssignment::CourseAssignment(QList<CourseRef> courses, QList<qint32> indexes)
    : m_courses(std::move(courses))
    , m_indexes(std::move(indexes))
{
}

CourseRef CourseAssignment::courseOf(int row) const
{
    const int index = indexOf(row);
    return index < 0 ? CourseRef{} : m_courses.at(index);
}

} // namespace Rollbook
