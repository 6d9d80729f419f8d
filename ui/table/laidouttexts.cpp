// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "table/laidouttexts.h"

#include <QFontMetrics>
#include <QTextOption>

#include <memory>

namespace Rollbook
{

namespace
{

qreal layOutLine(QTextLayout &layout, int width)
{
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(width);
    layout.endLayout();
    return line.naturalTextWidth();
}

std::unique_ptr<QTextLayout> laidOut(const LaidOutTexts::Wish &wish)
{
    QTextOption option(wish.alignment);
    option.setTextDirection(wish.direction);
    option.setWrapMode(QTextOption::NoWrap);
    auto layout = std::make_unique<QTextLayout>(wish.text, wish.font);
    layout->setTextOption(option);
    // Else what was shaped is forgotten at the end of the layout, and shaped again to be drawn.
    layout->setCacheEnabled(true);
    if (layOutLine(*layout, wish.width) > wish.width) {
        layout->setText(QFontMetrics(wish.font).elidedText(wish.text, Qt::ElideRight, wish.width));
        layOutLine(*layout, wish.width);
    }
    return layout;
}

} // namespace

const QTextLayout &LaidOutTexts::line(const Wish &wish)
{
    if (const QTextLayout *known = m_lines.object(wish))
        return *known;
    auto made = laidOut(wish);
    const QTextLayout &line = *made;
    m_lines.insert(wish, made.release());
    return line;
}

size_t qHash(const LaidOutTexts::Wish &wish, size_t seed)
{
    return qHashMulti(seed, wish.text, wish.width, wish.font.bold(), wish.font.strikeOut());
}

} // namespace Rollbook
