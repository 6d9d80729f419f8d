// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "glance/outcometimeline.h"

#include <algorithm>
#include <vector>

namespace Rollbook
{

namespace
{

qint64 timeOf(const StudentRegistrationResult &result, qint64 startMs, qint64 before)
{
    const StudentRegistration *held = result.registration();
    const bool isOfRun = held && held->status != RegistrationStatus::AlreadyRegistered
        && held->registeredAtMs >= startMs;
    return isOfRun ? held->registeredAtMs - startMs : before;
}

} // namespace

OutcomeTimeline OutcomeTimeline::of(const RegisterStudentsResults &results)
{
    const qint64 startMs = results.run.startedAt.toMSecsSinceEpoch();
    qint64 last = 0;
    for (const StudentRegistrationResult &result : results.results)
        last = std::max(last, timeOf(result, startMs, 0));
    // One moment less than there is room for, as the beginning is one too.
    const qint64 moments = MostPoints - 1;
    const qint64 width = last / moments + 1;
    std::vector<StatusCounts> came(static_cast<std::size_t>(last / width + 1));
    qint64 at = 0;
    for (const StudentRegistrationResult &result : results.results) {
        const RegistrationStatus status = result.status();
        at = timeOf(result, startMs, at);
        const qint64 shownAt = status == RegistrationStatus::NotAttempted ? last : at;
        came[static_cast<std::size_t>(shownAt / width)].add(status);
    }
    OutcomeTimeline timeline;
    timeline.m_points += Point{};
    Point point;
    for (const StatusCounts &some : came) {
        point.atMs = std::min(point.atMs + width, std::max<qint64>(last, 1));
        for (int i = 0; i < RegistrationStatusCount; ++i) {
            const auto status = static_cast<RegistrationStatus>(i);
            point.counts.add(status, some[status]);
        }
        timeline.m_points += point;
    }
    timeline.m_newestIsKept = true;
    timeline.m_interval = std::max(FirstInterval, width);
    return timeline;
}

void OutcomeTimeline::note(qint64 atMs, const StatusCounts &counts)
{
    if (!m_points.isEmpty() && !m_newestIsKept)
        m_points.removeLast();
    m_newestIsKept = m_points.isEmpty() || atMs - m_points.constLast().atMs >= m_interval;
    m_points += Point{atMs, counts};
    if (m_points.size() > MostPoints)
        thinOut();
}

// The first and the newest stay.
void OutcomeTimeline::thinOut()
{
    m_interval *= 2;
    QList<Point> fewer;
    fewer.reserve(MostPoints);
    for (qsizetype i = 0; i < m_points.size(); i += 2)
        fewer += m_points.at(i);
    const Point &newest = m_points.constLast();
    m_newestIsKept = fewer.constLast() == newest;
    if (!m_newestIsKept)
        fewer += newest;
    m_points = fewer;
}

double OutcomeTimeline::rateAt(qsizetype index) const
{
    const Point &point = m_points.at(index);
    const qint64 least = m_points.constLast().atMs / 20;
    qsizetype before = index;
    while (before > 0 && point.atMs - m_points.at(before).atMs <= least)
        --before;
    const qint64 passed = point.atMs - m_points.at(before).atMs;
    if (passed <= 0)
        return 0;
    const int came = point.counts.total() - m_points.at(before).counts.total();
    return 1000.0 * came / static_cast<double>(passed);
}

} // namespace Rollbook
