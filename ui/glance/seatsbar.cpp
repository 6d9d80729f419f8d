// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "glance/seatsbar.h"

#include "table/statestyle.h"
#include "table/wholeframe.h"

#include <QPainter>

namespace Rollbook
{

SeatsBar::SeatsBar(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(fontMetrics().height() * 2 / 3);
    setMaximumWidth(sizeHint().width());
    // The words matter more where there is not room for both.
    setMinimumWidth(sizeHint().width() / 3);
}

QSize SeatsBar::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, fontMetrics().height() * 2 / 3};
}

void SeatsBar::setSeats(int taken, int capacity)
{
    m_taken = taken;
    m_capacity = qMax(1, capacity);
    setAccessibleName(tr("Seats taken: %1 of %2").arg(taken).arg(capacity));
    update();
}

void SeatsBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    QRect full = rect();
    const auto share = qMin(1.0, static_cast<double>(m_taken) / m_capacity);
    full.setWidth(qRound(full.width() * share));
    if (layoutDirection() == Qt::RightToLeft)
        full.moveRight(rect().right());
    painter.fillRect(full, palette().highlight());
    drawWholeFrame(painter, rect(), mutedTextColor(palette()));
}

} // namespace Rollbook
