// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace Rollbook::Bench
{

/// Whether the turns of the event loop are watched, which takes some time itself.
enum class Watching { Nothing, Turns };

/// Measures the longest time between two turns of this thread's event loop, with a timer that is
/// due every millisecond: what is told may be a millisecond too long, never too short. Between
/// turns the loop sleeps, as that of a window does: one that never sleeps is put behind the
/// workers by the scheduler.
class TurnWatch : public QObject
{
    Q_OBJECT

public:
    TurnWatch();

    void start();
    /// Ends with the turn that goes on, in milliseconds.
    double stop();

private:
    void turn();

    QTimer m_next;
    QElapsedTimer m_sinceTurn;
    qint64 m_longest = 0; // ns
};

} // namespace Rollbook::Bench
