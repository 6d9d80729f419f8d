// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"

#include <QList>
#include <QMetaType>

namespace Rollbook
{

/// How the outcomes of a run came in: what was counted at some moments. However long the run and
/// however often it is told, it holds at most MostPoints of them: when it is full, every other one
/// is let go of, and new ones are kept half as often.
class OutcomeTimeline
{
public:
    static constexpr int MostPoints = 200;
    /// The closest that two moments stand to each other at first, in milliseconds.
    static constexpr qint64 FirstInterval = 50;

    struct Point {
        qint64 atMs = 0; ///< since the run began
        StatusCounts counts;

        friend bool operator==(const Point &, const Point &) = default;
    };

    /// Of a run that has ended, as its results tell: students who have no seat have no time of
    /// their own, and take that of the row before them. A run that went on later begins where it
    /// began first.
    static OutcomeTimeline of(const RegisterStudentsResults &results);

    /// What is counted now; times never go back. The newest is always among the points.
    void note(qint64 atMs, const StatusCounts &counts);
    const QList<Point> &points() const { return m_points; }
    /// Outcomes a second before the point of that index, over at least a twentieth of the whole
    /// time; 0 where no time has passed.
    double rateAt(qsizetype index) const;

private:
    void thinOut();

    QList<Point> m_points;
    qint64 m_interval = FirstInterval;
    bool m_newestIsKept = false; // far enough from the one before to stay
};

} // namespace Rollbook

Q_DECLARE_METATYPE(Rollbook::OutcomeTimeline)
