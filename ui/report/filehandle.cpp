// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/filehandle.h"

#include <QApplication>
#include <QDrag>
#include <QMouseEvent>
#include <QStyle>
#include <QUrl>

namespace Rollbook
{

FileHandle::FileHandle(QWidget *parent)
    : QLabel(parent)
{
    setCursor(Qt::OpenHandCursor);
    setToolTip(tr("Drag the report from here into a mail or a folder"));
    setAccessibleName(tr("The report as a file, to be dragged out"));
}

void FileHandle::setPath(const QString &path)
{
    m_path = path;
    // Not before: it loads what draws pictures, which a list without a report shows none of.
    if (pixmap().isNull()) {
        const int side = style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this);
        setPixmap(style()->standardIcon(QStyle::SP_FileIcon).pixmap(QSize(side, side)));
    }
}

std::unique_ptr<QMimeData> FileHandle::content() const
{
    auto content = std::make_unique<QMimeData>();
    content->setUrls({QUrl::fromLocalFile(m_path)});
    return content;
}

void FileHandle::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pressedAt = event->position().toPoint();
}

void FileHandle::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint way = event->position().toPoint() - m_pressedAt;
    if (!(event->buttons() & Qt::LeftButton)
        || way.manhattanLength() < QApplication::startDragDistance())
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(content().release());
    drag->setPixmap(pixmap());
    // The only way that Qt has; the window goes on meanwhile.
    drag->exec(Qt::CopyAction);
}

} // namespace Rollbook
