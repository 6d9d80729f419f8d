// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "table/reasondelegate.h"

#include "celltext.h"
#include "table/rostermodel.h"
#include "table/statestyle.h"

#include <QMouseEvent>
#include <QPainter>

namespace Rollbook
{

namespace
{

constexpr RowStateSet NeedsAttention{RowState::Problem, RowState::WillReject, RowState::Rejected,
    RowState::Failed, RowState::NotAttempted};

// Links are no closer to the end of the cell, and to its words, than this.
int marginOf(const QStyleOptionViewItem &option)
{
    return option.fontMetrics.averageCharWidth();
}

QString linkText(const QModelIndex &index)
{
    switch (static_cast<RosterModel::Help>(index.data(RosterModel::RowHelpRole).toInt())) {
    case RosterModel::Help::Correct:
        return ReasonDelegate::tr("Fix…");
    case RosterModel::Help::Explain:
        return ReasonDelegate::tr("Help…");
    case RosterModel::Help::None:
        break;
    }
    return {};
}

} // namespace

QRect ReasonDelegate::linkRect(
    const QRect &cell, const QModelIndex &index, const QStyleOptionViewItem &option)
{
    const QString text = linkText(index);
    const int margin = marginOf(option);
    const int width = option.fontMetrics.horizontalAdvance(text);
    // Where there is no room for both, the reason matters more. What a link only explains is found
    // in the details, too.
    if (text.isEmpty() || cell.width() < 3 * width)
        return {};
    const bool explains = index.data(RosterModel::RowHelpRole).toInt()
        == static_cast<int>(RosterModel::Help::Explain);
    const int words = option.fontMetrics.horizontalAdvance(index.data().toString());
    if (explains && words + 2 * margin <= cell.width() && words + width + 3 * margin > cell.width())
        return {};
    return QStyle::alignedRect(option.direction, Qt::AlignRight | Qt::AlignVCenter,
        QSize(width, option.fontMetrics.height()), cell.adjusted(margin, 0, -margin, 0));
}

void ReasonDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem whole(option);
    initStyleOption(&whole, index);
    drawCell(*painter, whole, m_texts);
    const QRect place = linkRect(option.rect, index, option);
    if (place.isEmpty())
        return;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QFont font = option.font;
    font.setUnderline(true);
    painter->save();
    painter->setFont(font);
    painter->setPen(
        selected ? option.palette.color(QPalette::HighlightedText) : linkColor(option.palette));
    painter->drawText(place, Qt::AlignCenter | Qt::TextSingleLine, linkText(index));
    painter->restore();
}

bool ReasonDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
    const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton && mouse->modifiers() == Qt::NoModifier
            && linkRect(option.rect, index, option).contains(mouse->position().toPoint())) {
            Q_EMIT helpWanted(index);
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

void ReasonDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    const int link = linkRect(option->rect, index, *option).width();
    if (link > 0) {
        option->text = option->fontMetrics.elidedText(
            option->text, Qt::ElideRight, option->rect.width() - link - 3 * marginOf(*option));
    }
    const auto state = static_cast<RowState>(index.data(RosterModel::RowStateRole).toInt());
    if (!NeedsAttention.contains(state))
        option->palette.setColor(QPalette::Text, mutedTextColor(option->palette));
}

} // namespace Rollbook
