// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <array>

namespace Rollbook
{

/// The figures of several runs as a table on paper, a row a run and one for all of them. Units:
/// those of the device that it is drawn on.
class PaperSummary
{
public:
    PaperSummary(
        const QList<RegisterStudentsResults> &runs, QPaintDevice &device, const QLocale &locale);

    qreal headerHeight() const;
    qreal rowHeight() const;
    qsizetype rowCount() const { return m_runs.size() + 1; }
    void drawHeader(QPainter &painter, qreal top) const;
    void drawRow(QPainter &painter, qreal top, qsizetype row) const;

private:
    // List, course, the statuses, all of them, and a bar.
    static constexpr std::size_t SummaryColumns = RegistrationStatusCount + 4;

    qreal padding() const;
    QRectF place(std::size_t column, qreal top, qreal height) const;
    void drawBar(QPainter &painter, const QRectF &place, const StatusCounts &counts) const;

    const QList<RegisterStudentsResults> &m_runs;
    QLocale m_locale;
    QFontMetricsF m_metrics;
    StatusCounts m_all;
    std::array<qreal, SummaryColumns + 1> m_lefts{};
};

} // namespace Rollbook
