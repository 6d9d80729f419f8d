// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "school/seatsdelegate.h"

#include "school/coursesmodel.h"
#include "table/statestyle.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace Rollbook
{

namespace
{

constexpr int BarLetters = 9;

void drawBar(QPainter &painter, const QRectF &bar, double share, const QColor &color)
{
    QColor ground = color;
    ground.setAlphaF(0.25F);
    const qreal radius = bar.height() / 2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(bar, radius, radius);
    if (share <= 0)
        return;
    // At least a dot: somebody is in it.
    QRectF filled = bar;
    filled.setWidth(qMax(bar.height(), bar.width() * qMin(1.0, share)));
    painter.setBrush(color);
    painter.drawRoundedRect(filled, radius, radius);
}

} // namespace

void SeatsDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant share = index.data(CoursesModel::FullnessRole);
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const QString words = cell.text;
    cell.text.clear();
    cell.state.setFlag(QStyle::State_HasFocus, false);
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    const bool full = share.isValid() && share.toDouble() >= 1;
    const QColor text = cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor color = selected ? text
        : full                    ? stateColor(RowState::Problem, cell.palette)
                                  : stateColor(RowState::Registered, cell.palette);
    const int letter = cell.fontMetrics.averageCharWidth();
    QRect rest = cell.rect.adjusted(letter, 0, -letter, 0);
    const int width = qMin(BarLetters * letter, rest.width() / 2);
    painter->save();
    if (share.isValid()) {
        const int height = cell.fontMetrics.height() / 2;
        const QRect bar = QStyle::alignedRect(
            cell.direction, Qt::AlignLeft | Qt::AlignVCenter, QSize(width, height), rest);
        drawBar(*painter, bar, share.toDouble(), color);
    }
    // The words stand below each other, with a bar or without.
    if (cell.direction == Qt::LeftToRight)
        rest.setLeft(rest.left() + width + letter);
    else
        rest.setRight(rest.right() - width - letter);
    painter->setPen(text);
    painter->setFont(cell.font);
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeading,
        cell.fontMetrics.elidedText(words, Qt::ElideRight, rest.width()));
    painter->restore();
}

} // namespace Rollbook
