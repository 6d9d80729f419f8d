// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "table/celldelegate.h"

#include "celltext.h"
#include "table/rostermodel.h"
#include "table/rosterproxymodel.h"
#include "table/statestyle.h"

#include <QLineEdit>
#include <QPainter>

namespace Rollbook
{

namespace
{

QList<TextPart> hitsIn(const QModelIndex &index)
{
    const auto *proxy = qobject_cast<const RosterProxyModel *>(index.model());
    if (!proxy || proxy->searchWords().isEmpty() || !RosterProxyModel::isSearched(index.column()))
        return {};
    return searchHits(index.data().toString(), proxy->searchWords());
}

} // namespace

void CellDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // A whole row is selected; styles hardly tell the current cell in it, and dim its text.
    QStyleOptionViewItem plain(option);
    plain.state.setFlag(QStyle::State_HasFocus, false);
    initStyleOption(&plain, index);
    drawCell(*painter, plain, m_texts, hitsIn(index));
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    constexpr int width = 2;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setPen(QPen(
        option.palette.color(selected ? QPalette::HighlightedText : QPalette::Highlight), width));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(width, width, -width, -width));
    painter->restore();
}

QWidget *CellDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
    if (!editor)
        return nullptr;
    // A list that is dropped there is meant for the window.
    editor->setAcceptDrops(false);
    editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    return editor;
}

void CellDelegate::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    // Over the sign of a problem, too: it is about what is being replaced.
    editor->setGeometry(option.rect);
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    // States of rows change while someone types; what they have typed must not be lost for it.
    const auto *line = qobject_cast<QLineEdit *>(editor);
    if (!line || !line->isModified())
        QStyledItemDelegate::setEditorData(editor, index);
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto state = static_cast<RowState>(index.data(RosterModel::RowStateRole).toInt());
    if (state != RowState::LeftOut)
        return;
    option->font.setStrikeOut(true);
    option->palette.setColor(QPalette::Text, mutedTextColor(option->palette));
}

} // namespace Rollbook
