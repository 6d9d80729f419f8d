// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "glance/runchart.h"

#include <QList>

class QAreaSeries;
class QChart;
class QChartView;
class QLineSeries;
class QValueAxis;

namespace Rollbook
{

/// Outcomes over time as areas that stand on each other, and how many a second as a line.
class AreaChart : public RunChart
{
    Q_OBJECT

public:
    explicit AreaChart(QWidget *parent = nullptr);

    void showRun(const RunChartData &run) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void takePalette();
    void makeAreas(qsizetype count);
    void putOnTop(QLineSeries &line);
    /// How many seconds a unit of the axis has.
    double showTime(double seconds);

    QChart *m_chart;
    QChartView *m_view;
    QValueAxis *m_time;
    QValueAxis *m_students;
    QValueAxis *m_rate;
    QLineSeries *m_rateGround; // behind the line, so that it is seen on every area
    QLineSeries *m_rateLine;
    QList<QAreaSeries *> m_areas;
};

} // namespace Rollbook
