// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "glance/outcometimeline.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace Rollbook
{

class RunChart;
struct RunChartData;

/// The room for the chart of a run. The chart itself is loaded when the pane is first seen, and
/// drawn anew a few times a second at most.
class ChartPane : public QWidget
{
    Q_OBJECT

public:
    explicit ChartPane(QWidget *parent = nullptr);

    void setTimeline(const OutcomeTimeline &timeline);
    /// True once the chart shows what it was last given.
    bool isUpToDate() const { return m_chart && !m_next.isActive(); }

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void load();
    void takePlugin(QObject *plugin, const QString &problem);
    void draw();
    RunChartData chartData() const;

    OutcomeTimeline m_timeline;
    QTimer m_next;
    QLabel *m_text;
    RunChart *m_chart = nullptr;
    bool m_isLoading = false;
};

} // namespace Rollbook
