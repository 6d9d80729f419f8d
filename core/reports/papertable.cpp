// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "papertable.h"

#include "paperfont.h"
#include "reportwords.h"
#include "statuscolor.h"

#include <algorithm>
#include <numeric>

namespace Rollbook
{

namespace
{

constexpr qreal Points = 8.5;
// Row, id, family name, given name, e-mail, state: of the whole width, at the most. What happened
// has the rest.
constexpr std::array<qreal, 6> MostShares{0.06, 0.12, 0.17, 0.15, 0.24, 0.14};
constexpr qsizetype RowsForWidths = 500;
// Their places among the columns of a report.
constexpr std::array<std::size_t, 7> ReportColumn{0, 1, 3, 2, 4, 6, 7};
constexpr std::size_t PaperStateColumn = 5;
// What is longer is cut off, so that every row finds a page that has room for it.
constexpr qsizetype MostPaperLetters = 400;

QString shortCell(QString text)
{
    if (text.size() > MostPaperLetters)
        text = text.left(MostPaperLetters) + QChar(0x2026);
    return text.replace(u'\n', QChar::LineSeparator);
}

} // namespace

PaperTable::PaperTable(
    const RegisterStudentsResults &run, QPaintDevice &device, qreal width, const QLocale &locale)
    : m_run(run)
    , m_locale(locale)
    , m_font(paperFont(Points))
    , m_joining(joiningFont(Points))
    , m_bold(paperFont(Points, QFont::Bold))
    , m_device(device)
    , m_metrics(m_font, &device)
    , m_padding(0)
{
    for (char16_t letter = u' '; letter <= LastMark; ++letter) {
        if (isEuropean(letter))
            m_advances[placeOf(letter)] =
                static_cast<float>(m_metrics.horizontalAdvance(QChar(letter)));
    }
    m_padding = m_metrics.averageCharWidth() / 2;
    shareWidth(width);
}

// A column is as wide as what stands in it needs, in rows from all over the list.
void PaperTable::shareWidth(qreal width)
{
    const QFontMetricsF header(m_bold, &m_device);
    std::array<qreal, MostShares.size()> needed{};
    for (std::size_t column = 0; column < needed.size(); ++column)
        needed[column] = header.horizontalAdvance(reportColumnTitle(ReportColumn[column]));
    const qsizetype step = std::max<qsizetype>(1, m_run.results.size() / RowsForWidths);
    for (qsizetype result = 0; result < m_run.results.size(); result += step) {
        const Cells cells = cellsOf(m_run.results.at(result));
        for (std::size_t column = 0; column < needed.size(); ++column)
            needed[column] = std::max(needed[column], advance(cells[column]));
    }
    // A letter between columns.
    const qreal space = 2 * m_padding + m_metrics.averageCharWidth();
    for (std::size_t column = 0; column < needed.size(); ++column)
        m_lefts[column + 1] =
            m_lefts[column] + std::min(needed[column] * 1.03 + space, width * MostShares[column]);
    m_lefts[ColumnCount] = width;
}

qreal PaperTable::advance(const QString &text) const
{
    return isEuropean(text) ? static_cast<qreal>(europeanAdvance(text))
                            : QFontMetricsF(m_joining, &m_device).horizontalAdvance(text);
}

float PaperTable::europeanAdvance(QStringView text) const
{
    return std::accumulate(text.cbegin(), text.cend(), 0.0F,
        [this](float width, QChar c) { return width + m_advances[placeOf(c.unicode())]; });
}

PaperTable::Cells PaperTable::cellsOf(const StudentRegistrationResult &result) const
{
    const auto text = [&](StudentField field) {
        return shortCell(m_run.students.text(result.row, field));
    };
    return {QString::number(result.row + 1), text(StudentField::StudentId),
        text(StudentField::FamilyName), text(StudentField::GivenName), text(StudentField::Email),
        statusTitle(result.status()), shortCell(explain(result, m_locale))};
}

QRectF PaperTable::cellRect(std::size_t column, qreal top, qreal height) const
{
    return QRectF(m_lefts[column], top, m_lefts[column + 1] - m_lefts[column], height)
        .adjusted(m_padding, m_padding, -m_padding, 0);
}

bool PaperTable::isEuropean(char16_t letter)
{
    return (letter >= u' ' && letter < FirstOtherScript)
        || (letter >= FirstMark && letter <= LastMark);
}

// Among m_advances.
std::size_t PaperTable::placeOf(char16_t letter)
{
    return letter < FirstOtherScript ? letter : std::size_t{FirstOtherScript} + letter - FirstMark;
}

// From left to right, a letter beside the other.
bool PaperTable::isEuropean(QStringView text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return isEuropean(c.unicode()); });
}

// Shaping each text twice would take most of the time.
bool PaperTable::surelyFits(QStringView text, std::size_t column) const
{
    if (!isEuropean(text))
        return false;
    const float width = europeanAdvance(text);
    // Kerning hardly ever moves letters apart.
    constexpr qreal room = 0.98;
    return static_cast<qreal>(width) <= room * cellRect(column, 0, 0).width();
}

qreal PaperTable::heightOf(const QString &text, std::size_t column) const
{
    if (surelyFits(text, column))
        return m_metrics.height();
    QTextLayout layout(text, m_joining, &m_device);
    return std::max(m_metrics.height(), breakIntoLines(layout, column));
}

// Words stay whole where they can: painters break them anywhere, or cut off what has no blanks.
qreal PaperTable::breakIntoLines(QTextLayout &layout, std::size_t column) const
{
    const qreal width = cellRect(column, 0, 0).width();
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(layout.text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, height));
        height += line.height();
    }
    layout.endLayout();
    return height;
}

qreal PaperTable::headerHeight() const
{
    return m_metrics.height() + 2 * m_padding;
}

qreal PaperTable::rowHeight(qsizetype result) const
{
    const Cells cells = cellsOf(m_run.results.at(result));
    qreal height = 0;
    for (std::size_t column = 0; column < ColumnCount; ++column)
        height = std::max(height, heightOf(cells[column], column));
    return height + 2 * m_padding;
}

void PaperTable::drawCell(
    QPainter &painter, std::size_t column, qreal top, qreal height, const QString &text) const
{
    const QRectF place = cellRect(column, top, height);
    if (surelyFits(text, column)) {
        painter.drawText(QPointF(place.left(), place.top() + m_metrics.ascent()), text);
        return;
    }
    QTextLayout layout(text, isEuropean(text) ? m_font : m_joining, &m_device);
    breakIntoLines(layout, column);
    layout.draw(&painter, place.topLeft());
}

void PaperTable::drawHeader(QPainter &painter, qreal top) const
{
    painter.setFont(m_bold);
    painter.setPen(Qt::black);
    for (std::size_t column = 0; column < ColumnCount; ++column)
        painter.drawText(cellRect(column, top, headerHeight()), Qt::AlignTop | Qt::TextSingleLine,
            reportColumnTitle(ReportColumn[column]));
    const qreal bottom = top + headerHeight();
    painter.drawLine(QPointF(0, bottom), QPointF(m_lefts.back(), bottom));
}

void PaperTable::drawRow(QPainter &painter, qreal top, qreal height, qsizetype result) const
{
    const StudentRegistrationResult &of = m_run.results.at(result);
    const Cells cells = cellsOf(of);
    painter.setFont(m_font);
    painter.setPen(Qt::black);
    for (std::size_t column = 0; column < ColumnCount; ++column) {
        if (column == PaperStateColumn)
            painter.setPen(QColor::fromRgb(statusColor(of.status())));
        drawCell(painter, column, top, height, cells[column]);
        if (column == PaperStateColumn)
            painter.setPen(Qt::black);
    }
    painter.setPen(QColor(0xDD, 0xDD, 0xDD));
    painter.drawLine(QPointF(0, top + height), QPointF(m_lefts.back(), top + height));
}

} // namespace Rollbook
