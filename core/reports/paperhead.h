// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/letterhead.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>

namespace Rollbook
{

/// What a school says of itself at the top of a page. Units: those of the device.
class PaperHead
{
public:
    PaperHead(const Letterhead &letterhead, QPaintDevice &device);

    /// With the room beneath it; 0 when there is nothing to say.
    qreal height() const;
    void draw(QPainter &painter) const;

private:
    QStringList lines() const;

    const Letterhead &m_letterhead;
    QFontMetricsF m_metrics;
    QImage m_logo;
    qreal m_width;
};

} // namespace Rollbook
