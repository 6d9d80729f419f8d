// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QPageLayout>
#include <QWidget>

namespace Rollbook
{

/// A page as it will lie on its paper, as large as there is room for.
class PageView : public QWidget
{
    Q_OBJECT

public:
    explicit PageView(QWidget *parent = nullptr);

    /// What is printed, without the margins, and how it lies on the paper.
    void setPage(const QImage &picture, const QPageLayout &layout);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_picture;
    QPageLayout m_layout;
};

} // namespace Rollbook
