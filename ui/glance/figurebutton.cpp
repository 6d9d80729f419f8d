// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "glance/figurebutton.h"

#include <QEvent>
#include <QLocale>
#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace Rollbook
{

void FigureButton::setFigure(const QString &title, int count)
{
    if (count == m_count && title == m_title)
        return;
    m_title = title;
    m_count = count;
    m_largeWidth = 0;
    m_figure = QLocale().toString(count);
    setText(tr("%1  %2", "chip: a state and how many rows have it").arg(title, m_figure));
}

void FigureButton::setLarge(bool large)
{
    if (large == m_isLarge)
        return;
    m_isLarge = large;
    updateGeometry();
    update();
}

QFont FigureButton::figureFont() const
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    return large;
}

void FigureButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_largeWidth = 0;
}

int FigureButton::largeWidth() const
{
    if (m_largeWidth > 0)
        return m_largeWidth;
    const int space = fontMetrics().height() / 2;
    const int picture = icon().isNull() ? 0 : fontMetrics().height() * 5 / 4 + space;
    // The word is bold when the button is chosen: nothing moves then.
    QFont bold = font();
    bold.setBold(true);
    m_largeWidth = space * 3 + picture + QFontMetrics(figureFont()).horizontalAdvance(m_figure)
        + QFontMetrics(bold).horizontalAdvance(m_title);
    return m_largeWidth;
}

QSize FigureButton::sizeHint() const
{
    if (!m_isLarge)
        return QToolButton::sizeHint();
    return {largeWidth(), QFontMetrics(figureFont()).height() + fontMetrics().height() / 2};
}

void FigureButton::paintEvent(QPaintEvent *event)
{
    if (!m_isLarge) {
        QToolButton::paintEvent(event);
        return;
    }
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    const int space = fontMetrics().height() / 2;
    const int side = fontMetrics().height() * 5 / 4;
    QRect rest = rect().adjusted(space, 0, -space, 0);
    if (!icon().isNull()) {
        const QRect picture(rest.left(), rest.center().y() - side / 2, side, side);
        icon().paint(&painter, style()->visualRect(layoutDirection(), rect(), picture));
        rest.setLeft(rest.left() + side + space);
    }
    painter.setPen(palette().color(QPalette::ButtonText));
    const QFontMetrics large(figureFont());
    const int figureWidth = large.horizontalAdvance(m_figure);
    const QRect figure(rest.left(), rest.top(), figureWidth, rest.height());
    const QRect title = rest.adjusted(figureWidth + space, 0, 0, 0);
    const auto put = [&](const QRect &place, const QString &text) {
        painter.drawText(style()->visualRect(layoutDirection(), rect(), place),
            Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
    };
    painter.setFont(figureFont());
    put(figure, m_figure);
    painter.setFont(font());
    put(title, m_title);
}

} // namespace Rollbook
