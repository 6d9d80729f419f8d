// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/storeoutages.h"

#include "sql/storefault.h"

namespace Rollbook
{

namespace
{

constexpr std::chrono::milliseconds Moment{100};
// Before another try; each wait is twice as long as the one before.
constexpr std::chrono::milliseconds FirstWait{500};
constexpr std::chrono::milliseconds LongestWait{8000};

} // namespace

void StoreOutages::watch(const QString &id, const RunJournal::WaitObserver &observer)
{
    const std::scoped_lock lock(m_mutex);
    if (observer)
        m_observers.insert_or_assign(id, observer);
    else
        m_observers.erase(id);
}

void StoreOutages::tryNow(const QString &id)
{
    const std::scoped_lock lock(m_mutex);
    m_toTryNow.insert(id);
    m_changed.notify_all();
}

void StoreOutages::hurry(const QString &id)
{
    const std::scoped_lock lock(m_mutex);
    m_inHurry.insert(id);
    m_changed.notify_all();
}

void StoreOutages::takeTime(const QString &id)
{
    const std::scoped_lock lock(m_mutex);
    m_inHurry.remove(id);
}

bool StoreOutages::isInHurry(const QString &id) const
{
    const std::scoped_lock lock(m_mutex);
    return m_inHurry.contains(id);
}

SqlStore::Patience StoreOutages::patienceOf(const QString &id) const
{
    return [this, id, last = std::optional<QDeadlineTimer>()]() mutable {
        if (!last && isInHurry(id))
            last.emplace(Moment);
        return !last || !last->hasExpired();
    };
}

Expected<void> StoreOutages::outlast(
    const QString &id, const QDeadlineTimer &last, const std::function<Expected<void>()> &write)
{
    auto written = write();
    for (auto delay = FirstWait;
         !written && written.error().code == ErrorCode::StoreUnavailable && m_store.comesBack()
         && !last.hasExpired() && wait(id, {faultOf(written.error()), QDeadlineTimer(delay)});
         delay = std::min(2 * delay, LongestWait)) {
        auto again = write();
        if (!again && isInHurry(id))
            break;
        written = std::move(again);
    }
    return written;
}

bool StoreOutages::wait(const QString &id, const StoreWait &wait)
{
    std::unique_lock lock(m_mutex);
    m_toTryNow.remove(id);
    const auto observer = m_observers.find(id);
    if (observer != m_observers.end() && !m_inHurry.contains(id))
        observer->second(wait);
    m_changed.wait_for(lock, wait.nextTry.remainingTimeAsDuration(),
        [&] { return m_inHurry.contains(id) || m_toTryNow.contains(id); });
    return !m_inHurry.contains(id);
}

} // namespace Rollbook
