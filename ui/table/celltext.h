// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "searchhits.h"
#include "table/laidouttexts.h"

class QPainter;
class QStyleOptionViewItem;

namespace Rollbook
{

/// Draws a cell as its style would, with these parts of its text marked, in less time: styles shape
/// a text three times, which takes half of what a screenful of cells takes.
void drawCell(QPainter &painter, const QStyleOptionViewItem &option, LaidOutTexts &texts,
    const QList<TextPart> &hits = {});

} // namespace Rollbook
