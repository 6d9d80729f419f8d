// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QTime>

#include <optional>

#include "domain/error.h"

namespace Rollbook
{

/// Names one course: a code can come again each term.
struct CourseRef {
    QString code;
    QString term;

    bool isNull() const { return code.isEmpty(); }
    friend bool operator==(const CourseRef &, const CourseRef &) = default;
};
size_t qHash(const CourseRef &course, size_t seed = 0) noexcept;

/// A weekly meeting. dayOfWeek as in Qt and ISO 8601: 1 = Monday … 7 = Sunday; ends after starts.
struct MeetingTime {
    int dayOfWeek = 1;
    QTime starts;
    QTime ends;

    /// True when the two share more than an end point.
    bool overlaps(const MeetingTime &other) const;
    friend bool operator==(const MeetingTime &, const MeetingTime &) = default;
};

/// `Mon 09:00-10:30; Wed 09:00-10:30`, days in English as the courses file has them.
QString formatMeetings(const QList<MeetingTime> &meetings);
/// Reads what formatMeetings() writes; an error names the part that is no meeting time.
Expected<QList<MeetingTime>> parseMeetings(const QString &text);

struct Course {
    QString code;
    QString title;
    QString term;
    std::optional<int> capacity;         ///< none: unlimited
    std::optional<int> waitlistCapacity; ///< none: no waiting list
    QDate opensOn;                       ///< first day to register; invalid: always open
    QDate closesOn;                      ///< last day to register; invalid: never closes
    QList<MeetingTime> meets;
    QStringList prerequisites; ///< course codes

    CourseRef ref() const { return {code, term}; }
    friend bool operator==(const Course &, const Course &) = default;
};

/// A course with how full it is at the moment of asking.
struct CourseSeats {
    Course course;
    int seatsTaken = 0;
    int waiting = 0;

    /// Seats left, never negative; none when unlimited.
    std::optional<int> seatsLeft() const;
    friend bool operator==(const CourseSeats &, const CourseSeats &) = default;
};

} // namespace Rollbook

Q_DECLARE_METATYPE(Rollbook::Course)
Q_DECLARE_METATYPE(Rollbook::CourseRef)
