// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace Rollbook
{

/// Turns the first SIGINT or SIGTERM into a signal of Qt's, in the thread that made it. Further
/// ones change nothing, not even when it is gone: what is left to do then is short and has to be
/// done. One at a time.
class Interruption : public QObject
{
    Q_OBJECT

public:
    Interruption();
    ~Interruption() override;

Q_SIGNALS:
    void happened();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
    bool m_happened = false;
};

} // namespace Rollbook
