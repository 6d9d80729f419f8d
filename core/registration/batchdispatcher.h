// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"
#include "registration/storewait.h"
#include "retrypolicy.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <unordered_map>

namespace Rollbook
{

/// Sends the rows of a run to the registrar, batch by batch in roster order, never more batches in
/// flight than allowed, and hands on exactly one result for each row that it sent. Lives in the run
/// thread.
///
/// Rows with a passing fault are sent again after a while, within the budget of the RetryPolicy.
/// When the fault is the store's, or the order of rows matters, nothing else is sent meanwhile, and
/// the first of those rows go alone: a try. Only when that has an answer the rest follows. A store
/// that is still gone when the budget is used up is tried for as long as it takes.
class BatchDispatcher : public QObject
{
    Q_OBJECT

public:
    struct Limits {
        int batchSize = 1;
        int batchesInFlight = 1;
        bool keepsOrder = false; ///< no row may overtake one that is sent again
    };

    BatchDispatcher(Registrar &registrar, Limits limits, const RetryLimits &retry);

    /// Takes all the rows to send.
    void load(RegistrationBatch everything) { m_everything = std::move(everything); }
    /// Sends from now on, whenever there is room; a store that is waited for is tried at once.
    void start();
    /// Sends nothing more; idle() comes once nothing is in flight.
    void hold();
    /// For good: after it nothing is sent again, what failed has failed. Gives the rows that were
    /// never sent.
    QList<qint32> giveUp();
    bool isIdle() const { return m_inFlight.empty(); }
    /// What can be said of the rows in flight while they have no answer: failed, in doubt.
    RegistrationResults inDoubt() const;
    /// Takes no answer any more; asks the registrar not to register what it has not yet.
    void drop();
    /// Every row was sent, and has the answer that it would have had if nobody had stopped.
    bool isDone() const;

Q_SIGNALS:
    void resultsReady(const Rollbook::RegistrationResults &results);
    /// Nothing is in flight, and nothing will be sent until start().
    void idle();
    /// The store is waited for; again for each try and for each wait.
    void storeLost(const Rollbook::StoreWait &wait);
    void storeBack();

private:
    using Watcher = QFutureWatcher<RegistrationResults>;
    using Duration = RetryLimits::Duration;
    /// Free: all that there is room for. Blocked: nothing, until a try is due. Trying: that one.
    enum class Flow : quint8 { Free, Blocked, Trying };

    struct Sent {
        std::unique_ptr<Watcher> watcher;
        QList<qint32> rows;
        qint16 attempt = 1;
        int faults = 0;        // those that count against the budget
        qint64 firstMs = 0;    // when it was sent first
        qint64 sentMs = 0;     // when it was sent this time
        qint64 troubledMs = 0; // when the first that had a fault was sent
        bool isTry = false;
    };
    /// Rows that failed for now, with what they failed for.
    struct Again {
        RegistrationResults results;
        Sent sent; // without rows and watcher
    };

    /// What keeps everything from being sent; the budget is used up where there is no delay.
    struct Blocker {
        RegistrationError fault;
        std::optional<Duration> delay;
    };

    bool hasRoom() const
    {
        return m_inFlight.size() < static_cast<std::size_t>(m_limits.batchesInFlight);
    }
    void proceed();
    bool sendNext();
    void sendFirstAgain(bool isTry);
    void send(Sent sending);
    void receive(Watcher *watcher);
    void sendLater(Again again);
    std::optional<Duration> countFault(Again &again);
    void planTry();
    void tryStore();
    void findStore(Sent &sent);
    void unblock();

    Registrar &m_registrar;
    RegistrationBatch m_everything;
    Limits m_limits;
    RetryPolicy m_policy;
    QElapsedTimer m_clock;
    QTimer m_timer;
    qsizetype m_next = 0;
    bool m_holding = true;
    bool m_gaveUp = false;
    bool m_leftRows = false; // by giving up
    Flow m_flow = Flow::Free;
    int m_round;
    Blocker m_blocker;
    std::optional<qint64> m_tryAtMs; // of Blocked, once it is planned
    bool m_isLost = false;
    int m_probes = 0;
    // By what is sent first: the row where order matters, otherwise when it is due.
    std::multimap<qint64, Again> m_again;
    std::unordered_map<Watcher *, Sent> m_inFlight;
};

} // namespace Rollbook
