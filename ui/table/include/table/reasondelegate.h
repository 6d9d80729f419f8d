// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "table/laidouttexts.h"

#include <QStyledItemDelegate>

namespace Rollbook
{

/// Draws RosterModel::ReasonColumn: sentences that ask for something stand out, the others are
/// muted. At the end of the cell stands, as a link, what can help.
class ReasonDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Where the link stands in the cell of that place; empty where there is none.
    static QRect linkRect(
        const QRect &cell, const QModelIndex &index, const QStyleOptionViewItem &option);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

Q_SIGNALS:
    void helpWanted(const QModelIndex &index);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    mutable LaidOutTexts m_texts;
};

} // namespace Rollbook
