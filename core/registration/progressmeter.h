// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>

#include <deque>
#include <optional>

namespace Rollbook
{

/// How fast a run is, lately, and how long the rest will take at that speed.
class ProgressMeter
{
public:
    /// Forgets the speed, when a run starts or goes on after a pause.
    void restart(int done);
    /// Notes how many rows are done now.
    void update(int done);

    double rowsPerSecond() const;
    std::optional<qint64> millisecondsFor(int rowsLeft) const;

private:
    struct Sample {
        qint64 atMs;
        int done;
    };
    QElapsedTimer m_clock;
    std::deque<Sample> m_samples;
};

} // namespace Rollbook
