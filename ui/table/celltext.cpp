// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "celltext.h"

#include "table/statestyle.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionViewItem>
#include <QTextLayout>

namespace Rollbook
{

namespace
{

QRect textRect(const QStyleOptionViewItem &option)
{
    const QWidget *widget = option.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    // As QCommonStyle does.
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, widget) + 1;
    return style->subElementRect(QStyle::SE_ItemViewItemText, &option, widget)
        .adjusted(margin, 0, -margin, 0);
}

QList<QTextLayout::FormatRange> formatsOf(
    const QList<TextPart> &hits, qsizetype end, const QStyleOptionViewItem &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const HitColors colors = searchHitColors(option.palette, selected);
    QList<QTextLayout::FormatRange> formats;
    for (const TextPart &hit : hits) {
        const qsizetype length = qMin(hit.length, end - hit.from);
        if (length <= 0)
            continue;
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(hit.from);
        range.length = static_cast<int>(length);
        range.format.setBackground(colors.background);
        range.format.setForeground(colors.text);
        formats += range;
    }
    return formats;
}

QPalette::ColorGroup groupOf(const QStyleOptionViewItem &option)
{
    if (!option.state.testFlag(QStyle::State_Enabled))
        return QPalette::Disabled;
    return option.state.testFlag(QStyle::State_Active) ? QPalette::Normal : QPalette::Inactive;
}

void drawText(QPainter &painter, const QStyleOptionViewItem &option, const QRect &place,
    const QTextLayout &text, qsizetype shown, const QList<TextPart> &hits)
{
    const qreal top = place.top() + (place.height() - text.lineAt(0).height()) / 2;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter.save();
    painter.setClipRect(option.rect, Qt::IntersectClip);
    painter.setPen(option.palette.color(
        groupOf(option), selected ? QPalette::HighlightedText : QPalette::Text));
    text.draw(&painter, QPointF(place.left(), top), formatsOf(hits, shown, option));
    painter.restore();
}

} // namespace

void drawCell(QPainter &painter, const QStyleOptionViewItem &option, LaidOutTexts &texts,
    const QList<TextPart> &hits)
{
    QStyleOptionViewItem bare(option);
    // Where a text stands does not depend on its size, which styles would measure by laying it out.
    bare.showDecorationSelected = true;
    bare.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &bare, &painter, option.widget);
    if (option.text.isEmpty())
        return;
    const QRect place = textRect(bare);
    LaidOutTexts::Wish wish{option.text, option.font, option.direction,
        QStyle::visualAlignment(option.direction, option.displayAlignment)
            & Qt::AlignHorizontal_Mask,
        place.width()};
    // What delegates make of the end of a line; there is room for one.
    wish.text.replace(QChar::LineSeparator, u' ');
    const QTextLayout &text = texts.line(wish);
    const bool isWhole = text.text() == wish.text;
    drawText(painter, option, place, text, text.text().size() - (isWhole ? 0 : 1), hits);
}

} // namespace Rollbook
