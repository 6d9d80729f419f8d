// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paperhead.h"

#include "logo.h"
#include "paperfont.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

constexpr qreal LogoLines = 4; // as high as an address

} // namespace

PaperHead::PaperHead(const Letterhead &letterhead, QPaintDevice &device)
    : m_letterhead(letterhead)
    , m_metrics(paperFont(PaperTextPoints), &device)
    , m_logo(logoImage(letterhead))
    , m_width(device.width())
{
}

QStringList PaperHead::lines() const
{
    QStringList lines = m_letterhead.address.split(u'\n', Qt::SkipEmptyParts);
    if (!m_letterhead.schoolName.isEmpty())
        lines.prepend(m_letterhead.schoolName);
    return lines;
}

qreal PaperHead::height() const
{
    const qreal lineCount =
        std::max(static_cast<qreal>(lines().size()), m_logo.isNull() ? 0 : LogoLines);
    return lineCount > 0 ? (lineCount + 2) * m_metrics.height() : 0;
}

void PaperHead::draw(QPainter &painter) const
{
    qreal left = 0;
    if (!m_logo.isNull()) {
        const QSizeF size =
            QSizeF(m_logo.size())
                .scaled(m_width / 3, LogoLines * m_metrics.height(), Qt::KeepAspectRatio);
        painter.drawImage(QRectF(QPointF(0, 0), size), m_logo);
        left = size.width() + m_metrics.height();
    }
    painter.setPen(Qt::black);
    painter.setFont(paperFont(
        PaperTextPoints, m_letterhead.schoolName.isEmpty() ? QFont::Normal : QFont::Bold));
    qreal base = m_metrics.ascent();
    const QStringList all = lines();
    for (const QString &line : all) {
        painter.drawText(
            QPointF(left, base), m_metrics.elidedText(line, Qt::ElideRight, m_width - left));
        painter.setFont(paperFont(PaperTextPoints));
        base += m_metrics.height();
    }
}

} // namespace Rollbook
