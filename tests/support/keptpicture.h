// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QHash>
#include <QImage>
#include <QList>
#include <QString>

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

/// Saves a picture, to be looked at, in the folder screenshots: NAME.png. Those that the README
/// shows are made anew, too, where ROLLBOOK_SCREENSHOTS names their folder.
inline bool keepImage(const QImage &picture, const QString &name)
{
    const QString file = name + QStringLiteral(".png");
    const QDir folder(QStringLiteral("screenshots"));
    if (!folder.mkpath(QStringLiteral(".")) || !picture.save(folder.filePath(file)))
        return false;
    const QDir shown(qEnvironmentVariable("ROLLBOOK_SCREENSHOTS"));
    const bool isShown = qEnvironmentVariableIsSet("ROLLBOOK_SCREENSHOTS") && shown.exists(file);
    constexpr int smallest = 0;
    return !isShown || withFewColours(picture).save(shown.filePath(file), "PNG", smallest);
}

} // namespace Rollbook
