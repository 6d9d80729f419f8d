// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quietlabel.h"

#include "table/statestyle.h"

#include <QEvent>

namespace Rollbook
{

QuietLabel::QuietLabel(const QString &text, QWidget *parent)
    : WrappingLabel(parent)
{
    setText(text);
    takeColours();
}

void QuietLabel::changeEvent(QEvent *event)
{
    WrappingLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takeColours();
}

void QuietLabel::takeColours()
{
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, mutedTextColor(palette()));
    setPalette(muted);
}

} // namespace Rollbook
