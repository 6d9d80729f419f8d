// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolButton>

namespace Rollbook
{

/// A button whose text may be longer than there is room: it is cut short then, and its tool tip
/// says all of it.
class ElidedButton : public QToolButton
{
    Q_OBJECT

public:
    explicit ElidedButton(QWidget *parent = nullptr);

    /// What it does, in a sentence: the tool tip begins with the whole text.
    void setHint(const QString &hint);
    void setWholeText(const QString &text);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_hint;
};

} // namespace Rollbook
