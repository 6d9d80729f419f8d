// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wrappinglabel.h"

namespace Rollbook
{

WrappingLabel::WrappingLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
}

QSize WrappingLabel::sizeHint() const
{
    const QSize text = fontMetrics().size(Qt::TextExpandTabs, this->text());
    // A point more than it measures, as letters may lean out of their place.
    return QSize(text.width() + 1, text.height()).grownBy(contentsMargins())
        + QSize(2 * margin(), 2 * margin());
}

} // namespace Rollbook
