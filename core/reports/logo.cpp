// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logo.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

namespace Rollbook
{

namespace
{

// Pixels: sharp on paper at the size that documents give it.
constexpr QSize LargestLogo(900, 240);

} // namespace

QImage logoImage(const Letterhead &letterhead)
{
    QByteArray bytes = letterhead.logo;
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    QImage picture = reader.read();
    if (picture.isNull())
        return {};
    if (picture.width() > LargestLogo.width() || picture.height() > LargestLogo.height())
        picture = picture.scaled(LargestLogo, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    // PDF/A-1b knows no transparency.
    QImage flat(picture.size(), QImage::Format_RGB32);
    flat.fill(Qt::white);
    QPainter(&flat).drawImage(0, 0, picture);
    return flat;
}

QByteArray logoPng(const Letterhead &letterhead)
{
    const QImage picture = logoImage(letterhead);
    QByteArray png;
    QBuffer buffer(&png);
    if (!picture.isNull() && buffer.open(QIODevice::WriteOnly))
        picture.save(&buffer, "PNG");
    return png;
}

} // namespace Rollbook
