// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/course.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace Rollbook
{

namespace
{

constexpr std::array<const char *, 7> DayNames{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

int dayOfWeekFromName(const QString &name)
{
    for (std::size_t day = 0; day < DayNames.size(); ++day) {
        if (name.compare(QLatin1StringView(DayNames[day]), Qt::CaseInsensitive) == 0)
            return static_cast<int>(day) + 1;
    }
    return 0;
}

} // namespace

size_t qHash(const CourseRef &course, size_t seed) noexcept
{
    return qHashMulti(seed, course.code, course.term);
}

bool MeetingTime::overlaps(const MeetingTime &other) const
{
    return dayOfWeek == other.dayOfWeek && starts < other.ends && other.starts < ends;
}

QString formatMeetings(const QList<MeetingTime> &meetings)
{
    QStringList parts;
    for (const MeetingTime &meeting : meetings) {
        parts +=
            QStringLiteral("%1 %2-%3")
                .arg(QLatin1StringView(DayNames[static_cast<std::size_t>(meeting.dayOfWeek - 1)]),
                    meeting.starts.toString(QStringLiteral("HH:mm")),
                    meeting.ends.toString(QStringLiteral("HH:mm")));
    }
    return parts.join(QStringLiteral("; "));
}

Expected<QList<MeetingTime>> parseMeetings(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(
        R"(^([A-Za-z]{3})[a-z]*\s+(\d{1,2}:\d{2})\s*[-\x{2013}]\s*(\d{1,2}:\d{2})$)"));
    QList<MeetingTime> meetings;
    const QStringList parts = text.split(u';', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString trimmed = part.trimmed();
        if (trimmed.isEmpty())
            continue;
        const QRegularExpressionMatch match = pattern.match(trimmed);
        const MeetingTime meeting{match.hasMatch() ? dayOfWeekFromName(match.captured(1)) : 0,
            QTime::fromString(match.captured(2), QStringLiteral("H:mm")),
            QTime::fromString(match.captured(3), QStringLiteral("H:mm"))};
        if (meeting.dayOfWeek == 0 || !meeting.starts.isValid() || !meeting.ends.isValid()
            || meeting.ends <= meeting.starts) {
            return fail(ErrorCode::InvalidData,
                QCoreApplication::translate("Rollbook::Course",
                    "“%1” is not a meeting time. Write it like “Mon 09:00-10:30”.")
                    .arg(trimmed));
        }
        meetings += meeting;
    }
    return meetings;
}

std::optional<int> CourseSeats::seatsLeft() const
{
    if (!course.capacity)
        return std::nullopt;
    return qMax(0, *course.capacity - seatsTaken);
}

} // namespace Rollbook
