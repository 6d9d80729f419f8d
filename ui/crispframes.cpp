// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crispframes.h"

#include <QPainter>
#include <QStyleOption>

#include <cmath>

namespace Rollbook
{

void CrispFrames::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
    QPainter *painter, const QWidget *widget) const
{
    // What it is painted on at last may have more points than the widget's own screen.
    const qreal scale = painter->deviceTransform().m11();
    if (element != PE_Frame || scale == std::floor(scale)) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    // That of the style. A line is drawn around its middle, half of it outside of the widget;
    // an area stays within.
    const QColor color = option->palette.color(QPalette::Window).darker(140).lighter(108);
    const QRectF frame(option->rect);
    painter->fillRect(QRectF(frame.left(), frame.top(), frame.width(), 1), color);
    painter->fillRect(QRectF(frame.left(), frame.bottom() - 1, frame.width(), 1), color);
    painter->fillRect(QRectF(frame.left(), frame.top(), 1, frame.height()), color);
    painter->fillRect(QRectF(frame.right() - 1, frame.top(), 1, frame.height()), color);
}

} // namespace Rollbook
