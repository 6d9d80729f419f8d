// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QTest>
#include <QUrl>
#include <QWidget>

#include <memory>

namespace Rollbook
{

/// What a file manager gives when files and folders are dragged out of it.
inline std::unique_ptr<QMimeData> filesToDrop(const QStringList &paths)
{
    auto content = std::make_unique<QMimeData>();
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls += QUrl::fromLocalFile(path);
    content->setUrls(urls);
    return content;
}

/// Drops it in the middle of a window.
inline void drop(QWidget &window, const QMimeData &content)
{
    const QPoint place = window.rect().center();
    QDragEnterEvent enter(place, Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(place, Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &drop);
    QVERIFY(drop.isAccepted());
}

} // namespace Rollbook
