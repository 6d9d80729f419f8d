// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QMimeData>

#include <memory>

namespace Rollbook
{

/// The icon of a file, to be dragged out of the window: into a mail, a folder, a browser.
class FileHandle : public QLabel
{
    Q_OBJECT

public:
    explicit FileHandle(QWidget *parent = nullptr);

    void setPath(const QString &path);
    /// What is dragged out.
    std::unique_ptr<QMimeData> content() const;

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    QString m_path;
    QPoint m_pressedAt;
};

} // namespace Rollbook
