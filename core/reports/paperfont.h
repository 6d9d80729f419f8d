// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>

namespace Rollbook
{

/// Of running text, in points of type.
inline constexpr qreal PaperTextPoints = 9;

/// A font of the pages, in points of type, for scripts that join their letters.
inline QFont joiningFont(qreal points, QFont::Weight weight = QFont::Normal)
{
    QFont font;
    font.setPointSizeF(points);
    font.setWeight(weight);
    return font;
}

/// The same for all other scripts. Between its letters is the least space that Qt counts and nobody
/// sees: such letters become no ligatures, and whoever searches for "Griffin" finds it.
inline QFont paperFont(qreal points, QFont::Weight weight = QFont::Normal)
{
    QFont font = joiningFont(points, weight);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1.0 / 64);
    return font;
}

} // namespace Rollbook
