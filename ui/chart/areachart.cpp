// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "areachart.h"

#include <QAreaSeries>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QStyle>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>

namespace Rollbook
{

namespace
{

constexpr double SecondsInMinutes = 180; // a longer time is told in minutes

QList<QPointF> points(const QList<double> &x, const QList<double> &y, double unit)
{
    QList<QPointF> all;
    all.reserve(x.size());
    for (qsizetype i = 0; i < x.size(); ++i)
        all += QPointF(x.at(i) / unit, y.at(i));
    return all;
}

QValueAxis *addAxis(QChart &chart, Qt::Alignment side, int ticks)
{
    auto *axis = new QValueAxis(&chart);
    axis->setTickCount(ticks);
    chart.addAxis(axis, side);
    return axis;
}

// Up to a round number, so that the words at the axis are round, too.
void setRoundRange(QValueAxis &axis, double most)
{
    axis.setRange(0, std::max(most, 3.0));
    axis.setLabelFormat(QStringLiteral("%.0f"));
    axis.applyNiceNumbers();
}

} // namespace

AreaChart::AreaChart(QWidget *parent)
    : RunChart(parent)
    , m_chart(new QChart)
    , m_view(new QChartView(m_chart, this)) // which the chart belongs to
    , m_time(addAxis(*m_chart, Qt::AlignBottom, 6))
    , m_students(addAxis(*m_chart, Qt::AlignLeft, 4))
    , m_rate(addAxis(*m_chart, Qt::AlignRight, 4))
    , m_rateGround(new QLineSeries(m_chart))
    , m_rateLine(new QLineSeries(m_chart))
{
    // Never while outcomes stream in, and then not at the end alone.
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setBackgroundRoundness(0);
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->legend()->setAlignment(Qt::AlignRight);
    m_chart->legend()->setMarkerShape(QLegend::MarkerShapeRectangle);
    m_students->setTitleText(tr("students"));
    m_rate->setTitleText(tr("a second"));
    m_rateLine->setName(tr("Students a second"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_view);
    takePalette();
}

void AreaChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        takePalette();
}

void AreaChart::takePalette()
{
    const QColor text = palette().color(QPalette::Text);
    QColor grid = text;
    grid.setAlphaF(0.15F);
    m_chart->setBackgroundBrush(palette().base());
    m_chart->setBackgroundPen(Qt::NoPen);
    m_chart->setFont(font());
    m_view->setBackgroundBrush(palette().base());
    m_chart->legend()->setLabelColor(text);
    m_chart->legend()->setFont(font());
    for (QValueAxis *axis : {m_time, m_students, m_rate}) {
        axis->setLabelsBrush(text);
        axis->setLabelsFont(font());
        axis->setTitleBrush(text);
        axis->setTitleFont(font());
        axis->setLinePen(QPen(grid));
        axis->setGridLinePen(QPen(grid));
    }
    m_rate->setGridLineVisible(false);
    m_rateGround->setPen(QPen(palette().color(QPalette::Base), 5));
    m_rateLine->setPen(QPen(text, 2));
}

// What is added last lies on top and stands last in the legend.
void AreaChart::putOnTop(QLineSeries &line)
{
    if (line.chart())
        m_chart->removeSeries(&line);
    m_chart->addSeries(&line);
    line.attachAxis(m_time);
    line.attachAxis(m_rate);
}

void AreaChart::makeAreas(qsizetype count)
{
    if (m_areas.size() == count && m_rateLine->chart())
        return;
    while (m_areas.size() > count) {
        QAreaSeries *area = m_areas.takeLast();
        m_chart->removeSeries(area);
        delete area;
    }
    while (m_areas.size() < count) {
        auto *area = new QAreaSeries(m_chart);
        area->setUpperSeries(new QLineSeries(area));
        area->setLowerSeries(new QLineSeries(area));
        m_chart->addSeries(area);
        area->attachAxis(m_time);
        area->attachAxis(m_students);
        m_areas += area;
    }
    putOnTop(*m_rateGround);
    putOnTop(*m_rateLine);
    const QList<QLegendMarker *> unnamed = m_chart->legend()->markers(m_rateGround);
    for (QLegendMarker *marker : unnamed)
        marker->setVisible(false);
    const QList<QLegendMarker *> lines = m_chart->legend()->markers(m_rateLine);
    for (QLegendMarker *marker : lines)
        marker->setShape(QLegend::MarkerShapeFromSeries);
}

double AreaChart::showTime(double seconds)
{
    const bool inMinutes = seconds > SecondsInMinutes;
    const double unit = inMinutes ? 60 : 1;
    const double most = std::max(seconds / unit, 0.1);
    m_time->setTitleText(inMinutes ? tr("minutes") : tr("seconds"));
    m_time->setLabelFormat(most < 0.5 ? QStringLiteral("%.2f")
            : most < 5                ? QStringLiteral("%.1f")
                                      : QStringLiteral("%.0f"));
    m_time->setRange(0, most);
    m_time->setTickCount(6);
    m_time->applyNiceNumbers();
    return unit;
}

void AreaChart::showRun(const RunChartData &run)
{
    if (run.seconds.isEmpty())
        return;
    const double unit = showTime(run.seconds.constLast());
    makeAreas(run.series.size());
    QList<double> below(run.seconds.size(), 0.0);
    for (qsizetype i = 0; i < m_areas.size(); ++i) {
        const RunChartData::Series &series = run.series.at(i);
        QAreaSeries *area = m_areas.at(i);
        area->setName(series.name);
        area->setBrush(series.brush);
        area->setPen(QPen(series.brush.color(), 1));
        area->lowerSeries()->replace(points(run.seconds, below, unit));
        std::transform(below.cbegin(), below.cend(), series.counts.cbegin(), below.begin(),
            [](double one, double other) { return one + other; });
        area->upperSeries()->replace(points(run.seconds, below, unit));
    }
    setRoundRange(*m_students, below.constLast());
    const QList<QPointF> rates = points(run.seconds, run.rates, unit);
    m_rateGround->replace(rates);
    m_rateLine->replace(rates);
    setRoundRange(*m_rate, *std::max_element(run.rates.cbegin(), run.rates.cend()));
}

} // namespace Rollbook
