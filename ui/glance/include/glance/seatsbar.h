// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace Rollbook
{

/// How full a course is, beside the words that say it.
class SeatsBar : public QWidget
{
    Q_OBJECT

public:
    explicit SeatsBar(QWidget *parent = nullptr);

    /// Of at least one seat.
    void setSeats(int taken, int capacity);
    int taken() const { return m_taken; }
    int capacity() const { return m_capacity; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_taken = 0;
    int m_capacity = 1;
};

} // namespace Rollbook
