// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QImage>
#include <QString>
#include <QWidget>

namespace Rollbook
{

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
    return isShown && !picture.save(shown.filePath(name)) ? QImage() : picture;
}

} // namespace Rollbook
