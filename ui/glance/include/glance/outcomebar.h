// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "table/rowstate.h"

#include <QList>
#include <QTimer>
#include <QWidget>

namespace Rollbook
{

class RosterModel;

/// All rows of a list as one bar, stacked by state: who is in, who waits, who is not, what is still
/// to do. It follows the model, some times a second.
class OutcomeBar : public QWidget
{
    Q_OBJECT

public:
    explicit OutcomeBar(RosterModel &model, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Part {
        RowState state;
        int count;
        QRect place;
    };
    QList<Part> parts() const;
    void paintPart(QPainter &painter, const Part &part) const;
    void describe();

    RosterModel &m_model;
    QTimer m_soon; // while outcomes stream in
};

} // namespace Rollbook
