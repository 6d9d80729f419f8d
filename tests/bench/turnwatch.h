// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace Rollbook::Bench
{

/// Whether the turns of the event loop are watched, which keeps a processor busy.
enum class Watching { Nothing, Turns };

/// Measures the longest time between two turns of this thread's event loop: a timer that is always
/// due shows when the loop comes round. The loop never sleeps while it is watched.
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

    QTimer m_always;
    QElapsedTimer m_sinceTurn;
    qint64 m_longest = 0; // ns
};

} // namespace Rollbook::Bench
