// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "flowlayout.h"

#include <QStyle>
#include <QWidget>

namespace Rollbook
{

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins({});
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
    invalidate();
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    const auto place = m_items.begin() + index;
    QLayoutItem *item = place->release();
    m_items.erase(place);
    return item;
}

int FlowLayout::space() const
{
    const QWidget *parent = parentWidget();
    return spacing() >= 0 || !parent
        ? qMax(0, spacing())
        : parent->style()->pixelMetric(QStyle::PM_LayoutHorizontalSpacing, nullptr, parent);
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize least(0, 0);
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            least = least.expandedTo(item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return least.grownBy(margins);
}

QSize FlowLayout::sizeHint() const
{
    QSize line(0, 0);
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        line = QSize(line.width() + (line.width() > 0 ? space() : 0) + hint.width(),
            qMax(line.height(), hint.height()));
    }
    return line.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const int spare = qMax(0, rect.height() - heightForWidth(rect.width()));
    arrange(rect.translated(0, spare / 2), true);
}

// The height that is used.
int FlowLayout::arrange(const QRect &rect, bool move) const
{
    const QRect inner = rect.marginsRemoved(contentsMargins());
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    QPoint place = inner.topLeft();
    int lineHeight = 0;
    std::vector<std::pair<QLayoutItem *, QRect>> line;
    const auto moveLine = [&] {
        for (const auto &[item, at] : line) {
            const QRect centred = at.translated(0, (lineHeight - at.height()) / 2);
            item->setGeometry(QStyle::visualRect(direction, inner, centred));
        }
        line.clear();
    };
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        QSize size = item->sizeHint();
        size.setWidth(qMin(size.width(), qMax(inner.width(), item->minimumSize().width())));
        if (place.x() > inner.left() && place.x() + size.width() > inner.right() + 1) {
            moveLine();
            place = QPoint(inner.left(), place.y() + lineHeight + space());
            lineHeight = 0;
        }
        if (move)
            line.emplace_back(item.get(), QRect(place, size));
        place.rx() += size.width() + space();
        lineHeight = qMax(lineHeight, size.height());
    }
    moveLine();
    const int bottom = place.y() + lineHeight;
    return bottom - rect.top() + contentsMargins().bottom();
}

} // namespace Rollbook
