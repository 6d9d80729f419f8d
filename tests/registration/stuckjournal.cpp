// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stuckjournal.h"

#include <algorithm>

namespace Rollbook
{

Expected<void> StuckJournal::pass(Stuck at, std::unique_lock<std::mutex> &lock)
{
    while (m_stuck == at && !m_isInHurry) {
        m_isWaiting = true;
        m_free.wait(lock);
    }
    m_isWaiting = false;
    if (m_stuck == at)
        return fail(ErrorCode::StoreBusy, QStringLiteral("in use elsewhere"));
    return {};
}

Expected<void> StuckJournal::begin(const Run & /*run*/, const RunRoster & /*roster*/)
{
    std::unique_lock lock(m_mutex);
    auto passed = pass(Stuck::AtBegin, lock);
    m_isInWork = passed.has_value();
    return passed;
}

Expected<void> StuckJournal::goOn(const Run & /*run*/)
{
    const std::scoped_lock lock(m_mutex);
    m_isInWork = true;
    m_isInHurry = false;
    return {};
}

void StuckJournal::leave(const Run & /*run*/)
{
    const std::scoped_lock lock(m_mutex);
    m_isInWork = false;
}

void StuckJournal::hurry(const Run & /*run*/)
{
    const std::scoped_lock lock(m_mutex);
    m_isInHurry = true;
    m_free.notify_all();
}

bool StuckJournal::isInWork(const QString & /*id*/) const
{
    const std::scoped_lock lock(m_mutex);
    return m_isInWork;
}

Expected<void> StuckJournal::record(const Run & /*run*/, const StudentList & /*students*/,
    const CourseAssignment & /*courses*/, const QList<StudentRegistrationResult> &results)
{
    std::unique_lock lock(m_mutex);
    auto passed = pass(Stuck::AtRecord, lock);
    if (!passed)
        return passed;
    for (const StudentRegistrationResult &result : results) {
        const auto known = m_rows.constFind(result.row);
        if (known == m_rows.cend() || known->status() >= RegistrationStatus::Failed)
            m_rows.insert(result.row, result);
    }
    return {};
}

Expected<void> StuckJournal::end(const Run &run)
{
    std::unique_lock lock(m_mutex);
    auto passed = pass(Stuck::AtEnd, lock);
    if (!passed)
        return passed;
    m_ends += run;
    m_isInWork = false;
    return {};
}

void StuckJournal::release()
{
    const std::scoped_lock lock(m_mutex);
    m_stuck = Stuck::Never;
    m_free.notify_all();
}

bool StuckJournal::isWaiting() const
{
    const std::scoped_lock lock(m_mutex);
    return m_isWaiting;
}

int StuckJournal::recorded(RegistrationStatus status) const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<int>(std::count_if(m_rows.cbegin(), m_rows.cend(),
        [status](const StudentRegistrationResult &row) { return row.status() == status; }));
}

QList<Run> StuckJournal::ends() const
{
    const std::scoped_lock lock(m_mutex);
    return m_ends;
}

} // namespace Rollbook
