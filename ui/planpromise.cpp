// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "planpromise.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

enum class Share : quint8 { Unknown, Seat, Place, None };

constexpr quint8 fate(Share promised, Share became)
{
    return static_cast<quint8>(static_cast<quint8>(promised) << 2U | static_cast<quint8>(became));
}

constexpr Share promisedIn(quint8 fate)
{
    return static_cast<Share>(fate >> 2U);
}

Share promised(RowState planned)
{
    switch (planned) {
    case RowState::WillRegister:
        return Share::Seat;
    case RowState::WillWait:
        return Share::Place;
    case RowState::WillReject:
        return Share::None;
    default:
        return Share::Unknown;
    }
}

Share became(const StudentRegistrationResult &result)
{
    switch (result.status()) {
    case RegistrationStatus::Registered:
        return Share::Seat;
    case RegistrationStatus::Waitlisted:
        return Share::Place;
    case RegistrationStatus::Rejected:
        return result.error()->code == ReasonCode::CourseFull ? Share::None : Share::Unknown;
    default:
        return Share::Unknown;
    }
}

quint8 fateOf(RowState planned)
{
    return fate(promised(planned), Share::Unknown);
}

} // namespace

PlanPromise::PlanPromise(const QList<RowState> &planned, const CourseAssignment &courses)
    : m_rows(planned.size())
    , m_courses(courses)
    , m_counts(courses.courses().size())
{
    std::transform(planned.cbegin(), planned.cend(), m_rows.begin(), fateOf);
}

void PlanPromise::renew(
    const QList<RowState> &planned, const CourseAssignment &courses, const QList<qint32> &rows)
{
    QList<qint32> renewed = rows;
    renewed.removeIf(
        [&planned](qint32 row) { return promised(planned.at(row)) == Share::Unknown; });
    m_rows.resize(planned.size());
    // They may ask for another course now.
    for (const qint32 row : std::as_const(renewed))
        note(row, 0);
    m_courses = courses;
    m_counts.resize(std::max(m_counts.size(), courses.courses().size()));
    for (const qint32 row : std::as_const(renewed))
        m_rows[row] = fateOf(planned.at(row));
}

void PlanPromise::take(const RegistrationResults &results)
{
    for (const StudentRegistrationResult &result : results) {
        if (result.row >= m_rows.size())
            continue;
        const Share share = promisedIn(m_rows.at(result.row));
        if (share != Share::Unknown)
            note(result.row, fate(share, became(result)));
    }
}

void PlanPromise::note(qint32 row, Fate now)
{
    const int course = m_courses.indexOf(row);
    if (course >= 0) {
        Counts &counts = m_counts[course];
        --counts[m_rows.at(row)];
        ++counts[now];
    }
    m_rows[row] = now;
}

QList<PlanPromise::Loss> PlanPromise::losses() const
{
    constexpr auto count = [](const Counts &counts, Share promised, Share became) {
        return counts[fate(promised, became)];
    };
    QList<Loss> losses;
    for (qsizetype i = 0; i < m_counts.size(); ++i) {
        const Counts &counts = m_counts.at(i);
        const int waiting = count(counts, Share::Seat, Share::Place);
        const int seatless = count(counts, Share::Seat, Share::None);
        const int placeless = count(counts, Share::Place, Share::None);
        const int seats = waiting + seatless - count(counts, Share::Place, Share::Seat)
            - count(counts, Share::None, Share::Seat);
        const int places = placeless - count(counts, Share::None, Share::Place);
        const bool ofSeats = waiting + seatless > 0;
        if (ofSeats ? seats > 0 : places > 0)
            losses += {m_courses.courses().at(i), waiting, seatless + placeless, ofSeats};
    }
    return losses;
}

} // namespace Rollbook
