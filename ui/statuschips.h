// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "table/rowstate.h"

#include <QButtonGroup>
#include <QList>
#include <QWidget>

class QToolButton;

namespace Rollbook
{

class RosterModel;

/// How many rows are in which state; clicking a chip shows only those.
class StatusChips : public QWidget
{
    Q_OBJECT

public:
    explicit StatusChips(RosterModel &model, QWidget *parent = nullptr);

    /// Back to all rows.
    void showAll();
    RowStateSet shownStates() const;

Q_SIGNALS:
    void shownStatesChanged(Rollbook::RowStateSet states);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Chip {
        RowStateSet states;
        QList<RowState> counted; // empty: all
        QString title;
        QToolButton *button;
    };
    void addChip(const QString &title, const QList<RowState> &states);
    void refresh();

    RosterModel &m_model;
    QButtonGroup m_group;
    QList<Chip> m_chips;
};

} // namespace Rollbook
