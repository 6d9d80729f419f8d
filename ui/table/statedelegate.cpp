// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "table/statedelegate.h"

#include "celltext.h"
#include "table/rostermodel.h"
#include "table/statestyle.h"

namespace Rollbook
{

void StateDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem whole(option);
    initStyleOption(&whole, index);
    drawCell(*painter, whole, m_texts);
}

void StateDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto state = static_cast<RowState>(index.data(RosterModel::RowStateRole).toInt());
    const int size =
        option->fontMetrics.height(); // grows with the font, as the word beside it does
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = stateIcon(state, option->palette);
    option->decorationSize = QSize(size, size);
    option->textElideMode = Qt::ElideRight;
    option->palette.setColor(QPalette::Text, stateColor(state, option->palette));
}

} // namespace Rollbook
