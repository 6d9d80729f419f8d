// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/course.h"
#include "domain/studentlist.h"

#include <QDateTime>
#include <QList>
#include <QLocale>
#include <QSharedData>

#include <array>
#include <optional>
#include <variant>

namespace Rollbook
{

/// What became of a row; the same words in the table, reports, database and command line.
enum class RegistrationStatus : quint8 {
    Registered,
    Waitlisted,
    AlreadyRegistered,
    Rejected,
    Failed,
    NotAttempted,
};
inline constexpr int RegistrationStatusCount = 6;

/// `registered`, `waitlisted`, … (never translated).
QString statusWord(RegistrationStatus status);
std::optional<RegistrationStatus> statusFromWord(QStringView word);
/// The same for people, translated: "Registered", "Waiting list", …
QString statusTitle(RegistrationStatus status);

/// Why there is no registration.
enum class ReasonCode : quint8 {
    // rejected: a rule says no
    CourseFull,          ///< and no place left on its waiting list; argument: empty
    NotOpenYet,          ///< argument: the first day, ISO
    RegistrationClosed,  ///< argument: the last day, ISO
    MissingPrerequisite, ///< argument: the codes, separated by "; "
    TimeConflict,        ///< argument: the course that the student is already in
    Hold,                ///< argument: the reason of the hold
    UnknownStudent,      ///< creating students is off
    DuplicateRow,        ///< argument: the other row, 1 = the first data row
    InvalidData,         ///< argument: the sentence of the roster problem
    UnknownCourse,       ///< argument: the course that the row names
    // failed: a technical fault
    StoreBusy,
    StoreUnavailable,
    StoreFull,
    ServerError, ///< may pass; argument: what the store said, for the person who looks after it
    TimedOut,
    // not attempted
    Cancelled,
    Stopped, ///< the run could not go on; argument: why
    LeftOut, ///< whoever made the run left the row out
    // failed, too: added later, and the order above is kept
    Throttled, ///< argument: the seconds after which the store wants to be asked again, or empty
    StoreReadOnly, ///< it can be read but not changed
    StoreFault,    ///< trying again will not mend it; argument: what the store said
    InDoubt,       ///< the run was stopped before the store had answered; sent again, it is settled
};
inline constexpr int ReasonCodeCount = 22;

/// Stable names for the database: `course_full`, `not_open_yet`, …
QString reasonWord(ReasonCode code);
std::optional<ReasonCode> reasonFromWord(QStringView word);

/// A seat or a waiting-list place, held before or because of this run.
struct StudentRegistration {
    RegistrationStatus status = RegistrationStatus::Registered; ///< Registered … AlreadyRegistered
    bool waiting = false;      ///< a place on the waiting list, not a seat
    qint32 number = 0;         ///< which seat or place, from 1; 0 where the store does not number
    qint64 registeredAtMs = 0; ///< since the epoch, UTC; 0 in a plan

    friend bool operator==(const StudentRegistration &, const StudentRegistration &) = default;
};

/// A QString in the space of one pointer, because hardly any row has one and a run keeps a result
/// for each of a million: they take 40 bytes instead of 56.
class ReasonArgument
{
public:
    ReasonArgument() = default;
    // Both ways implicit on purpose: it is a text like any other.
    ReasonArgument(const QString &text)
        : d(text.isEmpty() ? nullptr : new Shared(text))
    {
    }
    operator QString() const { return d ? d->text : QString(); }
    bool isEmpty() const { return !d; }
    friend bool operator==(const ReasonArgument &one, const ReasonArgument &other)
    {
        return QString(one) == QString(other);
    }

private:
    struct Shared : QSharedData {
        explicit Shared(const QString &t)
            : text(t)
        {
        }
        QString text;
    };
    QSharedDataPointer<Shared> d;
};

/// Why not.
struct RegistrationError {
    RegistrationStatus status = RegistrationStatus::Failed; ///< Rejected … NotAttempted
    ReasonCode code = ReasonCode::ServerError;
    ReasonArgument argument; ///< what fills the sentence, see ReasonCode

    friend bool operator==(const RegistrationError &, const RegistrationError &) = default;
};

/// The outcome of one row: a registration or an error, never both.
struct StudentRegistrationResult {
    qint32 row = 0; ///< index into the StudentList, from 0
    qint16 attempts = 0;
    qint32 durationMs = 0; ///< from sending the row to the answer
    std::variant<StudentRegistration, RegistrationError> outcome = RegistrationError{};

    RegistrationStatus status() const
    {
        const auto *held = registration();
        return held ? held->status : error()->status;
    }
    const StudentRegistration *registration() const
    {
        return std::get_if<StudentRegistration>(&outcome);
    }
    const RegistrationError *error() const { return std::get_if<RegistrationError>(&outcome); }
    friend bool operator==(
        const StudentRegistrationResult &, const StudentRegistrationResult &) = default;
};

static_assert(sizeof(StudentRegistrationResult) <= 40);

StudentRegistrationResult rejectedRow(int row, ReasonCode code, const QString &argument = {});
StudentRegistrationResult failedRow(int row, ReasonCode code, const QString &argument = {});
StudentRegistrationResult notAttemptedRow(int row, ReasonCode code, const QString &argument = {});

/// One sentence in the words of a school office: "seat 79", "needs GO0 first". Days in it are
/// written as the locale has them.
QString explain(const StudentRegistrationResult &result, const QLocale &locale = QLocale());
/// The same for a plan: "will get seat 79".
QString explainPlanned(const StudentRegistrationResult &result);

/// How many rows have which status.
class StatusCounts
{
public:
    int operator[](RegistrationStatus status) const
    {
        return m_counts[static_cast<std::size_t>(status)];
    }
    void add(RegistrationStatus status, int count = 1)
    {
        m_counts[static_cast<std::size_t>(status)] += count;
    }
    int total() const;
    friend bool operator==(const StatusCounts &, const StatusCounts &) = default;

private:
    std::array<int, RegistrationStatusCount> m_counts{};
};

/// Which course each row asks for: one for all, or one a row.
class CourseAssignment
{
public:
    CourseAssignment() = default;
    explicit CourseAssignment(CourseRef course);
    /// indexes[row] points into courses, -1: that row has no course.
    CourseAssignment(QList<CourseRef> courses, QList<qint32> indexes);

    const QList<CourseRef> &courses() const { return m_courses; }
    /// The course of a row, null where it has none.
    CourseRef courseOf(int row) const;
    bool isOneForAll() const { return m_indexes.isEmpty() && !m_courses.isEmpty(); }
    /// Its index in courses(), or -1.
    int indexOf(int row) const
    {
        if (m_indexes.isEmpty())
            return m_courses.isEmpty() ? -1 : 0;
        return row >= 0 && row < m_indexes.size() ? m_indexes.at(row) : -1;
    }
    /// "GO1 (2026 Fall)", or "3 courses".
    QString displayName() const;

private:
    QList<CourseRef> m_courses;
    QList<qint32> m_indexes;
};

} // namespace Rollbook

Q_DECLARE_METATYPE(Rollbook::StudentRegistrationResult)
