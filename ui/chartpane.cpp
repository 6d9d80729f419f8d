// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chartpane.h"

#include "glance/runchart.h"
#include "glance/statebrush.h"
#include "runthencallback.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPluginLoader>
#include <QVBoxLayout>

namespace Rollbook
{

namespace
{

constexpr std::chrono::milliseconds DrawInterval{250};
constexpr int LinesHigh = 11;

// Beside the program, where it is built and installed.
QString pluginPath()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/rollbook_chart");
}

RunChartData::Series seriesOf(
    RegistrationStatus status, const QList<OutcomeTimeline::Point> &points, const QPalette &palette)
{
    RunChartData::Series series;
    series.name =
        ChartPane::tr("%1: %2", "a state and how many students have it")
            .arg(statusTitle(status), QLocale().toString(points.constLast().counts[status]));
    series.brush = stateBrush(settledState(status), palette);
    series.counts.reserve(points.size());
    for (const OutcomeTimeline::Point &point : points)
        series.counts += point.counts[status];
    return series;
}

} // namespace

ChartPane::ChartPane(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(tr("The chart is being made…"), this))
{
    setFixedHeight(fontMetrics().height() * LinesHigh);
    setAccessibleName(tr("Chart of the outcomes over time"));
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text);
    m_next.setSingleShot(true);
    m_next.setInterval(DrawInterval);
    connect(&m_next, &QTimer::timeout, this, &ChartPane::draw);
}

void ChartPane::setTimeline(const OutcomeTimeline &timeline)
{
    m_timeline = timeline;
    if (m_chart && isVisible() && !m_next.isActive())
        m_next.start();
}

void ChartPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_chart)
        draw();
    else
        load();
}

void ChartPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_chart)
        m_next.start();
}

void ChartPane::load()
{
    if (m_isLoading)
        return;
    m_isLoading = true;
    // Finding and reading the library may take longer than a frame; its parts are made here.
    runThenCallback(
        this,
        [path = pluginPath()] {
            QPluginLoader loader(path);
            return loader.load() ? QString() : loader.errorString();
        },
        [this](const QString &problem) {
            m_isLoading = false;
            QPluginLoader loader(pluginPath());
            takePlugin(problem.isEmpty() ? loader.instance() : nullptr, problem);
        });
}

void ChartPane::takePlugin(QObject *plugin, const QString &problem)
{
    auto *factory = qobject_cast<RunChartFactory *>(plugin);
    if (!factory) {
        m_text->setText(tr("The chart cannot be shown: %1").arg(problem));
        return;
    }
    m_text->hide();
    m_chart = factory->create(this);
    layout()->addWidget(m_chart);
    draw();
}

void ChartPane::draw()
{
    if (m_chart && !m_timeline.points().isEmpty())
        m_chart->showRun(chartData());
}

RunChartData ChartPane::chartData() const
{
    RunChartData run;
    const QList<OutcomeTimeline::Point> &points = m_timeline.points();
    for (qsizetype i = 0; i < points.size(); ++i) {
        run.seconds += static_cast<double>(points.at(i).atMs) / 1000;
        run.rates += m_timeline.rateAt(i);
    }
    for (int i = 0; i < RegistrationStatusCount; ++i) {
        const auto status = static_cast<RegistrationStatus>(i);
        if (points.constLast().counts[status] > 0)
            run.series += seriesOf(status, points, palette());
    }
    return run;
}

} // namespace Rollbook
