// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "areachart.h"

#include <QObject>

namespace Rollbook
{

/// Hands charts to the window.
class ChartPlugin : public QObject, public RunChartFactory
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "rollbook.RunChartFactory/1")
    Q_INTERFACES(Rollbook::RunChartFactory)

public:
    RunChart *create(QWidget *parent) override { return new AreaChart(parent); }
};

} // namespace Rollbook

#include "chartplugin.moc"
