// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/pageview.h"

#include <QPainter>

namespace Rollbook
{

PageView::PageView(QWidget *parent)
    : QWidget(parent)
{
    setMinimumSize(fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 14);
}

void PageView::setPage(const QImage &picture, const QPageLayout &layout)
{
    m_picture = picture;
    m_layout = layout;
    update();
}

void PageView::paintEvent(QPaintEvent * /*event*/)
{
    if (m_picture.isNull())
        return;
    const QRectF whole = m_layout.fullRect(QPageLayout::Point);
    const QRectF printed = m_layout.paintRect(QPageLayout::Point);
    const QSizeF room = whole.size().scaled(QSizeF(size()), Qt::KeepAspectRatio);
    const qreal scale = room.width() / whole.width();
    const QRectF paper(QPointF((width() - room.width()) / 2, (height() - room.height()) / 2), room);
    const QRectF place(paper.topLeft() + printed.topLeft() * scale, printed.size() * scale);
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(paper, Qt::white);
    // Scaled down by halves at most, the letters stay readable.
    const QSize points = (place.size() * devicePixelRatioF()).toSize();
    painter.drawImage(
        place, m_picture.scaled(points, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(paper.adjusted(0, 0, -1, -1));
}

} // namespace Rollbook
