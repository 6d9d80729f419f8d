// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <unordered_map>

namespace Rollbook
{

/// Sends the rows of a run to the registrar, batch by batch in roster order, never more batches in
/// flight than allowed, and hands on exactly one result for each row that it sent. Lives in the run
/// thread.
class BatchDispatcher : public QObject
{
    Q_OBJECT

public:
    struct Limits {
        int batchSize = 1;
        int batchesInFlight = 1;
    };

    BatchDispatcher(Registrar &registrar, Limits limits);

    /// Takes all the rows to send.
    void load(RegistrationBatch everything) { m_everything = std::move(everything); }
    /// Sends from now on, whenever there is room.
    void start();
    /// Sends nothing more; idle() comes once nothing is in flight.
    void hold();
    bool isIdle() const { return m_inFlight.empty(); }
    bool isDone() const { return m_next == m_everything.rows.size() && isIdle(); }

Q_SIGNALS:
    void resultsReady(const Rollbook::RegistrationResults &results);
    /// Nothing is in flight, and nothing will be sent until start().
    void idle();

private:
    using Watcher = QFutureWatcher<RegistrationResults>;
    struct Sent {
        std::unique_ptr<Watcher> watcher;
        QList<qint32> rows;
        QElapsedTimer since;
    };

    void sendWhileRoom();
    void send(QList<qint32> rows);
    void receive(Watcher *watcher);

    Registrar &m_registrar;
    RegistrationBatch m_everything;
    Limits m_limits;
    qsizetype m_next = 0;
    bool m_holding = true;
    std::unordered_map<Watcher *, Sent> m_inFlight;
};

} // namespace Rollbook
