// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "table/rowstate.h"

#include <QColor>
#include <QIcon>
#include <QPalette>

namespace Rollbook
{

/// The colour of a state's icon and word on the palette's base, light or dark; at least 4.5 : 1.
QColor stateColor(RowState state, const QPalette &palette);
/// For sentences that may stand back; at least 4.5 : 1 too.
QColor mutedTextColor(const QPalette &palette);
/// For words that can be clicked; at least 4.5 : 1 too.
QColor linkColor(const QPalette &palette);
/// What lies behind a cell that has a problem; the palette's text stays readable on it.
QColor problemCellColor(const QPalette &palette);

/// Behind the words of a button that is chosen among others.
QColor chosenButtonColor(const QPalette &palette);

/// What a part of a text that was searched for is marked with; at least 4.5 : 1.
struct HitColors {
    QColor background;
    QColor text;
};
HitColors searchHitColors(const QPalette &palette, bool isSelected);

/// The icon of a state, sharp at any size: in its colour, in that of selected text where it is
/// selected.
QIcon stateIcon(RowState state, const QPalette &palette);

} // namespace Rollbook
