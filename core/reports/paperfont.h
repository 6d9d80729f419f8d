// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>

namespace Rollbook
{

/// A font of the pages, in points of type.
inline QFont paperFont(qreal points, QFont::Weight weight = QFont::Normal)
{
    QFont font;
    font.setPointSizeF(points);
    font.setWeight(weight);
    // The least that Qt counts, which nobody sees: letters with space between them are not joined
    // to ligatures, and whoever searches the document for "Griffin" finds it.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1.0 / 64);
    return font;
}

} // namespace Rollbook
