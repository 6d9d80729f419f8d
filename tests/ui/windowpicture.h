// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keptpicture.h"

#include <QWidget>

namespace Rollbook
{

/// Keeps a picture of a window or a dialog as STATE-THEME.png, on a larger scale
/// STATE-THEME-1.5x.png. Null when it could not be saved.
inline QImage keepPictureOf(QWidget &window, const QString &state, const QString &theme)
{
    const QImage picture = window.grab().toImage();
    const qreal scale = window.devicePixelRatioF();
    const QString name =
        state + u'-' + theme + (scale == 1 ? QString() : QStringLiteral("-%1x").arg(scale));
    return keepImage(picture, name) ? picture : QImage();
}

/// The same of a window that must be 1280 x 800 points. Null when it is not.
inline QImage keepPicture(QWidget &window, const QString &state, const QString &theme)
{
    return window.size() == QSize(1280, 800) ? keepPictureOf(window, state, theme) : QImage();
}

} // namespace Rollbook
