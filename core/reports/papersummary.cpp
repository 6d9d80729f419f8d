// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "papersummary.h"

#include "paperfont.h"
#include "reporttext.h"
#include "reportwords.h"
#include "statuscolor.h"

#include <algorithm>
#include <numeric>

namespace Rollbook
{

namespace
{

// Of the whole width.
constexpr qreal ListShare = 0.19;
constexpr qreal CourseShare = 0.16;
constexpr qreal BarShare = 0.16;
constexpr std::size_t FirstStatusColumn = 2;
constexpr std::size_t AllColumn = FirstStatusColumn + RegistrationStatusCount;
constexpr std::size_t BarColumn = AllColumn + 1;
constexpr qreal FigureShare =
    (1 - ListShare - CourseShare - BarShare) / (RegistrationStatusCount + 1); // at least
constexpr qreal HeaderLines = 3;

QString titleOf(std::size_t column)
{
    if (column == 0)
        return ReportText::tr("Class list");
    if (column == 1)
        return ReportText::tr("Course");
    if (column == AllColumn)
        return ReportText::tr("All");
    return statusTitle(static_cast<RegistrationStatus>(column - FirstStatusColumn));
}

qreal longestWord(const QString &title, const QFontMetricsF &metrics)
{
    qreal longest = 0;
    const QStringList words = title.split(u' ');
    for (const QString &word : words)
        longest = std::max(longest, metrics.horizontalAdvance(word));
    return longest;
}

} // namespace

PaperSummary::PaperSummary(
    const QList<RegisterStudentsResults> &runs, QPaintDevice &device, const QLocale &locale)
    : m_runs(runs)
    , m_locale(locale)
    , m_metrics(paperFont(PaperTextPoints), &device)
    , m_all(countsOfAll(runs))
{
    const QFontMetricsF bold(paperFont(PaperTextPoints, QFont::Bold), &device);
    std::array<qreal, SummaryColumns> widths{};
    qreal left = device.width();
    for (std::size_t column = FirstStatusColumn; column <= AllColumn; ++column) {
        widths[column] = std::max(
            device.width() * FigureShare, longestWord(titleOf(column), bold) + 2 * padding());
        left -= widths[column];
    }
    constexpr qreal others = ListShare + CourseShare + BarShare;
    widths[0] = left * ListShare / others;
    widths[1] = left * CourseShare / others;
    widths[BarColumn] = left * BarShare / others;
    std::partial_sum(widths.cbegin(), widths.cend(), m_lefts.begin() + 1);
}

qreal PaperSummary::padding() const
{
    return m_metrics.averageCharWidth() / 2;
}

QRectF PaperSummary::place(std::size_t column, qreal top, qreal height) const
{
    return QRectF(m_lefts[column], top, m_lefts[column + 1] - m_lefts[column], height)
        .adjusted(padding(), padding(), -padding(), -padding());
}

qreal PaperSummary::headerHeight() const
{
    return HeaderLines * m_metrics.height() + m_metrics.averageCharWidth();
}

qreal PaperSummary::rowHeight() const
{
    return m_metrics.height() + m_metrics.averageCharWidth();
}

void PaperSummary::drawHeader(QPainter &painter, qreal top) const
{
    painter.setPen(Qt::black);
    painter.setFont(paperFont(PaperTextPoints, QFont::Bold));
    const auto draw = [&](std::size_t column, const QString &text) {
        painter.drawText(place(column, top, headerHeight()),
            Qt::TextWordWrap | Qt::AlignBottom
                | (column < FirstStatusColumn ? Qt::AlignLeft : Qt::AlignRight),
            text);
    };
    for (std::size_t column = 0; column <= AllColumn; ++column)
        draw(column, titleOf(column));
    const qreal bottom = top + headerHeight();
    painter.drawLine(QPointF(0, bottom), QPointF(m_lefts.back(), bottom));
}

void PaperSummary::drawBar(QPainter &painter, const QRectF &place, const StatusCounts &counts) const
{
    const int all = std::max(1, counts.total());
    qreal left = place.left();
    for (int i = 0; i < RegistrationStatusCount; ++i) {
        const auto status = static_cast<RegistrationStatus>(i);
        const qreal width = place.width() * counts[status] / all;
        painter.fillRect(
            QRectF(left, place.top(), width, place.height()), QColor::fromRgb(statusColor(status)));
        left += width;
    }
}

void PaperSummary::drawRow(QPainter &painter, qreal top, qsizetype row) const
{
    const bool isOfAll = row >= m_runs.size();
    const StatusCounts &counts = isOfAll ? m_all : m_runs.at(row).run.counts;
    painter.setPen(Qt::black);
    painter.setFont(paperFont(PaperTextPoints, isOfAll ? QFont::Bold : QFont::Normal));
    const auto draw = [&](std::size_t column, const QString &text, Qt::Alignment side) {
        const QRectF room = place(column, top, rowHeight());
        painter.drawText(room, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine,
            m_metrics.elidedText(text, Qt::ElideRight, room.width()));
    };
    draw(
        0, isOfAll ? ReportText::tr("All together") : m_runs.at(row).run.rosterName, Qt::AlignLeft);
    if (!isOfAll)
        draw(1, m_runs.at(row).run.courseName, Qt::AlignLeft);
    for (std::size_t i = 0; i < RegistrationStatusCount; ++i)
        draw(FirstStatusColumn + i, m_locale.toString(counts[static_cast<RegistrationStatus>(i)]),
            Qt::AlignRight);
    draw(AllColumn, m_locale.toString(counts.total()), Qt::AlignRight);
    drawBar(painter, place(BarColumn, top, rowHeight()), counts);
    painter.setPen(QColor(0xDD, 0xDD, 0xDD));
    painter.drawLine(QPointF(0, top + rowHeight()), QPointF(m_lefts.back(), top + rowHeight()));
}

} // namespace Rollbook
