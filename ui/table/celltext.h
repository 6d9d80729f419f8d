// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "searchhits.h"

class QPainter;
class QStyleOptionViewItem;

namespace Rollbook
{

/// Draws the text of a cell where its style would, with these parts of it marked, which may be
/// none.
void drawCellText(
    QPainter &painter, const QStyleOptionViewItem &option, const QList<TextPart> &hits);

} // namespace Rollbook
