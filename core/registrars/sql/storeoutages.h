// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runjournal.h"
#include "sql/sqlstore.h"

#include <QDeadlineTimer>
#include <QSet>

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>

namespace Rollbook
{

/// How what is written for runs waits while their store is away, until it is back or nobody wants
/// to wait any more. Runs go by their ids. May be used from any thread.
class StoreOutages
{
public:
    /// The store must outlive it.
    explicit StoreOutages(const SqlStore &store)
        : m_store(store)
    {
    }

    /// See RunJournal; takeTime() takes a hurry() back.
    void watch(const QString &id, const RunJournal::WaitObserver &observer);
    void tryNow(const QString &id);
    void hurry(const QString &id);
    void takeTime(const QString &id);

    /// Lasts for a moment once the run is in a hurry. It must not outlive this.
    SqlStore::Patience patienceOf(const QString &id) const;

    /// Writes something that may be written twice; again while the store is away, if it is one that
    /// comes back. The answer is the last one that there was time for.
    Expected<void> outlast(const QString &id, const QDeadlineTimer &last,
        const std::function<Expected<void>()> &write);

private:
    bool isInHurry(const QString &id) const;
    /// False: the run is in a hurry.
    bool wait(const QString &id, const StoreWait &wait);

    const SqlStore &m_store;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QSet<QString> m_inHurry;
    QSet<QString> m_toTryNow;
    std::map<QString, RunJournal::WaitObserver> m_observers;
};

} // namespace Rollbook
