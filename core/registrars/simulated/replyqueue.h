// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/handover.h"
#include "registration/registrar.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>
#include <QPromise>

#include <memory>
#include <vector>

namespace Rollbook
{

/// An answer that waits for its time.
struct TimedReply {
    qint64 delayMs = 0;
    std::shared_ptr<QPromise<RegistrationResults>> promise;
    RegistrationResults results;
};

/// Gives answers when their time has come: thousands of them on one timer of one thread.
class ReplyQueue : public QObject
{
    Q_OBJECT

public:
    ReplyQueue();

public Q_SLOTS:
    void enqueue(const Rollbook::Handover<Rollbook::TimedReply> &reply);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Due {
        qint64 atMs;
        qint64 number; // the earlier asked, the earlier answered
        TimedReply reply;
    };
    static bool isLater(const Due &a, const Due &b);
    void schedule();

    QElapsedTimer m_clock;
    QBasicTimer m_timer;
    qint64 m_count = 0;
    std::vector<Due> m_heap;
};

} // namespace Rollbook
