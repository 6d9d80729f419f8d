// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "glance/outcometimeline.h"
#include "glance/reasongroups.h"
#include "table/rowreason.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace Rollbook
{

class ChartPane;
class ClassList;
class OutcomeBar;
class StatusChips;

/// A run at a glance, while it goes on and after: one bar of all students by their states, under
/// the chips, whose figures are large then; after the end who did not get in and why; a chart when
/// it is asked for.
class GlanceStrip : public QWidget
{
    Q_OBJECT

public:
    GlanceStrip(ClassList &list, StatusChips &chips, QWidget *parent = nullptr);

    /// Opens the chart or closes it; the choice is remembered for all lists.
    void toggleChart();

Q_SIGNALS:
    /// Somebody wants to see those who did not get in for this reason.
    void reasonChosen(const Rollbook::RowReason &reason);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    bool hasRun() const;
    bool hasEnded() const;
    void noteProgress();
    void takeEnd();
    void showReasons(const QList<ReasonGroup> &reasons);
    QString headline() const;
    void showRows(const QString &where);
    void setChartShown(bool shown);
    void colorChartButton();

    ClassList &m_list;
    StatusChips &m_chips;
    OutcomeBar *m_bar;
    QToolButton *m_chartButton;
    QLabel *m_headline;
    QVBoxLayout *m_layout;
    ChartPane *m_chart = nullptr; // once it was asked for
    QElapsedTimer m_sinceBegin;   // valid while a run goes on, and after, until the next
    OutcomeTimeline m_timeline;
    QList<ReasonGroup> m_reasons;
    int m_ends = 0; // counts, so that a late answer about an earlier end is known as such
};

} // namespace Rollbook
