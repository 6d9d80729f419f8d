// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QHash>
#include <QImage>
#include <QList>
#include <QString>
#include <QWidget>

#include <algorithm>
#include <cstdlib>

namespace Rollbook
{

/// The first of these colours, and of the others those that are further than this from each one
/// before.
inline QList<QRgb> coloursApart(const QList<QRgb> &colours, int reach)
{
    const auto isNear = [reach](QRgb one, QRgb other) {
        return std::abs(qRed(one) - qRed(other)) <= reach
            && std::abs(qGreen(one) - qGreen(other)) <= reach
            && std::abs(qBlue(one) - qBlue(other)) <= reach;
    };
    constexpr int first = 64;
    QList<QRgb> apart = colours.mid(0, first);
    for (const QRgb colour : colours.mid(first)) {
        const bool isNew = std::none_of(
            apart.cbegin(), apart.cend(), [&](QRgb before) { return isNear(colour, before); });
        if (isNew)
            apart += colour;
    }
    return apart;
}

/// The same with 256 colours, which makes its file a third as large: those that most of its points
/// have, and others so near to the rest that nobody sees a difference.
inline QImage withFewColours(const QImage &picture)
{
    const QImage image = picture.convertToFormat(QImage::Format_RGB32);
    QHash<QRgb, int> points;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            ++points[line[x]];
    }
    QList<QRgb> colours = points.keys();
    std::sort(colours.begin(), colours.end(), [&points](QRgb one, QRgb other) {
        return points.value(one) != points.value(other) ? points.value(one) > points.value(other)
                                                        : one < other;
    });
    int reach = 0;
    while (coloursApart(colours, reach).size() > 256)
        ++reach;
    return image.convertToFormat(QImage::Format_Indexed8, coloursApart(colours, reach),
        Qt::ThresholdDither | Qt::AvoidDither);
}

/// Saves a picture of a window of 1280 x 800 points, to be looked at, in the folder screenshots:
/// STATE-THEME.png, on a larger scale STATE-THEME-1.5x.png. Those that the README shows are made
/// anew, too, where ROLLBOOK_SCREENSHOTS names their folder. Null when it is not of that size or
/// could not be saved.
inline QImage keepPicture(QWidget &window, const QString &state, const QString &theme)
{
    const QImage picture = window.grab().toImage();
    const qreal scale = window.devicePixelRatioF();
    if (picture.size() != (QSizeF(1280, 800) * scale).toSize())
        return {};
    QString name = state + u'-' + theme;
    if (scale != 1)
        name += QStringLiteral("-%1x").arg(scale);
    name += QStringLiteral(".png");
    const QDir folder(QStringLiteral("screenshots"));
    if (!folder.mkpath(QStringLiteral(".")) || !picture.save(folder.filePath(name)))
        return {};
    const QDir shown(qEnvironmentVariable("ROLLBOOK_SCREENSHOTS"));
    const bool isShown = qEnvironmentVariableIsSet("ROLLBOOK_SCREENSHOTS") && shown.exists(name);
    constexpr int smallest = 0;
    const bool isKept =
        !isShown || withFewColours(picture).save(shown.filePath(name), "PNG", smallest);
    return isKept ? picture : QImage();
}

} // namespace Rollbook
