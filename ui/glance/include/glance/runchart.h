// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QBrush>
#include <QList>
#include <QPointF>
#include <QString>
#include <QWidget>

namespace Rollbook
{

/// What a chart of a run shows.
struct RunChartData {
    /// One kind of outcome; they stand on top of each other, the first at the bottom.
    struct Series {
        QString name; ///< with its figure: "Registered 92"
        QBrush brush;
        QList<double> counts; ///< one for each of seconds
    };
    QList<double> seconds; ///< since the run began, rising
    QList<Series> series;
    QList<double> rates; ///< outcomes a second, one for each of seconds
};

/// The chart of a run, over the time that it took. Made by a plugin, so that only who opens a chart
/// waits for the library that draws it.
class RunChart : public QWidget
{
public:
    using QWidget::QWidget;
    virtual void showRun(const RunChartData &run) = 0;
};

/// What the plugin offers.
class RunChartFactory
{
public:
    virtual ~RunChartFactory() = default;
    /// Belongs to the parent.
    virtual RunChart *create(QWidget *parent) = 0;

protected:
    RunChartFactory() = default;
    Q_DISABLE_COPY_MOVE(RunChartFactory)
};

} // namespace Rollbook

Q_DECLARE_INTERFACE(Rollbook::RunChartFactory, "rollbook.RunChartFactory/1")
