// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace Rollbook
{

/// Merges changed rows into one range and hands it on at most once a frame: the first change at
/// once, what comes within a frame after it together.
class FrameMerger : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Frame{16};

    explicit FrameMerger(QObject *parent = nullptr);

    /// Rows that changed, to be handed on with the next delivery.
    void note(int first, int last);
    /// Hands on what is pending, at once when the last time is a frame ago.
    void deliver();
    /// Hands on now what is pending.
    void flush();
    /// Forgets what is pending.
    void clear();

Q_SIGNALS:
    void due(int first, int last);

private:
    bool isPending() const { return m_last >= m_first; }

    QTimer m_frame;
    int m_first = 0;
    int m_last = -1;
};

} // namespace Rollbook
