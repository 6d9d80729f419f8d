// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "elidedbutton.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace Rollbook
{

namespace
{

constexpr int LeastLetters = 12;

} // namespace

ElidedButton::ElidedButton(QWidget *parent)
    : QToolButton(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void ElidedButton::setHint(const QString &hint)
{
    m_hint = hint;
    setWholeText(text());
}

void ElidedButton::setWholeText(const QString &text)
{
    setText(text);
    setToolTip(text + u'\n' + m_hint);
    updateGeometry();
}

QSize ElidedButton::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    const int least = fontMetrics().averageCharWidth() * LeastLetters;
    return {qMin(whole.width(), least), whole.height()};
}

void ElidedButton::paintEvent(QPaintEvent * /*event*/)
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const int besideText = sizeHint().width() - fontMetrics().horizontalAdvance(text());
    // Widths are rounded: a point more lets a text that fits be seen whole.
    option.text =
        fontMetrics().elidedText(text(), Qt::ElideRight, qMax(0, width() - besideText) + 1);
    QStylePainter painter(this);
    if (isEnabled() || arrowType() != Qt::NoArrow) {
        painter.drawComplexControl(QStyle::CC_ToolButton, option);
        return;
    }
    // Nothing to press: a line of text like those above and below it.
    const auto sides = static_cast<int>(
        QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter);
    painter.drawItemText(rect(), sides, palette(), false, option.text, QPalette::ButtonText);
}

} // namespace Rollbook
