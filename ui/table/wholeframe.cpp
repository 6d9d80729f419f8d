// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "table/wholeframe.h"

#include <QPainter>

namespace Rollbook
{

void drawWholeFrame(QPainter &painter, const QRect &rectangle, const QColor &color)
{
    const QRectF frame(rectangle);
    painter.fillRect(QRectF(frame.left(), frame.top(), frame.width(), 1), color);
    painter.fillRect(QRectF(frame.left(), frame.bottom() - 1, frame.width(), 1), color);
    painter.fillRect(QRectF(frame.left(), frame.top(), 1, frame.height()), color);
    painter.fillRect(QRectF(frame.right() - 1, frame.top(), 1, frame.height()), color);
}

} // namespace Rollbook
