// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QColor;
class QPainter;
class QRect;

namespace Rollbook
{

/// Draws the outermost points of the rectangle. A line is drawn around its middle, half of it
/// outside of the widget, so where a screen shows one and a half points for each, one side or
/// another is lost to rounding; this is not.
void drawWholeFrame(QPainter &painter, const QRect &rectangle, const QColor &color);

} // namespace Rollbook
