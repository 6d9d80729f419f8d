// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "table/rowstate.h"

#include <QButtonGroup>
#include <QList>
#include <QWidget>

class QResizeEvent;

namespace Rollbook
{

class FigureButton;
class RosterModel;

/// How many rows are in which state; clicking a chip shows only those. Once a run has begun, the
/// figures are what everybody looks for, and large where there is room.
class StatusChips : public QWidget
{
    Q_OBJECT

public:
    explicit StatusChips(RosterModel &model, QWidget *parent = nullptr);

    /// Back to all rows.
    void showAll();
    /// As if the chip of that state were clicked.
    void showOnly(RowState state);
    RowStateSet shownStates() const;
    void setLarge(bool large);

Q_SIGNALS:
    void shownStatesChanged(Rollbook::RowStateSet states);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Chip {
        RowStateSet states;
        QList<RowState> counted; // empty: all
        QString title;
        FigureButton *button;
    };
    void addChip(const QString &title, const QList<RowState> &states);
    void refresh();
    void refreshLook();
    void refreshSize();
    int widthOfLarge() const;

    RosterModel &m_model;
    QButtonGroup m_group;
    QList<Chip> m_chips;
    bool m_isLarge = false;
};

} // namespace Rollbook
