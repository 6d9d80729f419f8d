// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crispframes.h"

#include "table/wholeframe.h"

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
    // The colour is that of the style.
    drawWholeFrame(
        *painter, option->rect, option->palette.color(QPalette::Window).darker(140).lighter(108));
}

} // namespace Rollbook
