// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolButton>

namespace Rollbook
{

/// A button that says how many there are of something: with the figure in a line of text, or large.
class FigureButton : public QToolButton
{
    Q_OBJECT

public:
    using QToolButton::QToolButton;

    void setFigure(const QString &title, int count);
    void setLarge(bool large);
    bool isLarge() const { return m_isLarge; }
    /// How wide the button is when it is large.
    int largeWidth() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QFont figureFont() const;

    QString m_title;
    QString m_figure;
    int m_count = -1;
    bool m_isLarge = false;
    mutable int m_largeWidth = 0; // 0: has to be measured
};

} // namespace Rollbook
