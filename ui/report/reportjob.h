// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"
#include "report/reportorder.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace Rollbook
{

/// Writes reports in a worker, one at a time: with the letterhead of the school, and with the
/// columns of the class list where rows are to be sent back.
class ReportJob : public QObject
{
    Q_OBJECT

public:
    /// The school must outlive the work it starts in backgroundThreads().
    explicit ReportJob(School &school, QObject *parent = nullptr);
    /// Stops what is being written.
    ~ReportJob() override;

    /// Nothing while another one is being written.
    void start(const ReportOrder &order);
    void stop();
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void progressChanged(int percent);
    /// Either of them once for each start().
    void written();
    void failed(const Rollbook::Error &error); ///< Cancelled when it was stopped

private:
    /// Shared with the worker.
    struct Progress {
        std::atomic<int> percent{0};
        std::atomic<bool> stopped{false};
    };

    School &m_school;
    std::shared_ptr<Progress> m_progress;
    QTimer m_look;
    bool m_isRunning = false;
};

} // namespace Rollbook
