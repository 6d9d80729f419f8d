// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "glance/outcomebar.h"

#include "glance/statebrush.h"
#include "table/rostermodel.h"
#include "table/statestyle.h"
#include "table/wholeframe.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <chrono>

namespace Rollbook
{

namespace
{

// From those who are in to those who are not, what is still to do last.
constexpr std::array<RowState, 16> BarOrder{RowState::Registered, RowState::AlreadyRegistered,
    RowState::WillRegister, RowState::WillBeAlready, RowState::Waitlisted, RowState::WillWait,
    RowState::Rejected, RowState::WillReject, RowState::Problem, RowState::Failed,
    RowState::NotAttempted, RowState::LeftOut, RowState::Stays, RowState::TakenOut, RowState::Ready,
    RowState::Waiting};
// Of a million, two are still seen.
constexpr int LeastWidth = 4;
// Faster than eyes follow a bar that grows, and seldom enough to leave the frame to the table.
constexpr std::chrono::milliseconds FollowInterval{50};

QString words(RowState state, int count)
{
    return OutcomeBar::tr("%1: %2", "a state and how many students have it")
        .arg(rowStateTitle(state), QLocale().toString(count));
}

} // namespace

OutcomeBar::OutcomeBar(RosterModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_soon.setSingleShot(true);
    m_soon.setInterval(FollowInterval);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        describe();
        update();
    });
    const auto follow = [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    };
    connect(&model, &RosterModel::countsChanged, this, follow);
    connect(&model, &RosterModel::modelReset, this, follow);
}

QSize OutcomeBar::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().height() * 4 / 3};
}

QSize OutcomeBar::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, sizeHint().height()};
}

// Each part as wide as its share, but none so narrow that it is not seen.
QList<OutcomeBar::Part> OutcomeBar::parts() const
{
    QList<Part> parts;
    qint64 total = 0;
    for (const RowState state : BarOrder) {
        const int count = m_model.count(state);
        if (count > 0)
            parts += Part{state, count, {}};
        total += count;
    }
    const QRect all = rect().adjusted(1, 1, -1, -1);
    const qint64 spare = std::max<qint64>(0, all.width() - LeastWidth * parts.size());
    qint64 before = 0;
    int left = all.left();
    for (qsizetype i = 0; i < parts.size(); ++i) {
        Part &part = parts[i];
        before += part.count;
        const auto right = all.left() + static_cast<int>(LeastWidth * (i + 1))
            + static_cast<int>(spare * before / std::max<qint64>(total, 1));
        part.place = QRect(left, all.top(), right - left, all.height());
        left = right;
    }
    return parts;
}

void OutcomeBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    const QList<Part> all = parts();
    for (const Part &part : all)
        paintPart(painter, part);
    drawWholeFrame(painter, rect(), mutedTextColor(palette()));
}

void OutcomeBar::paintPart(QPainter &painter, const Part &part) const
{
    painter.fillRect(part.place, stateBrush(part.state, palette()));
    painter.setPen(stateColor(part.state, palette()));
    if (part.place.left() > rect().left() + 1)
        painter.drawLine(part.place.topLeft(), part.place.bottomLeft());
    const int side = part.place.height() - 4;
    if (part.place.width() < side + 6)
        return;
    QRect icon(0, 0, side, side);
    icon.moveCenter(part.place.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().base());
    painter.drawEllipse(icon.adjusted(-1, -1, 1, 1));
    painter.restore();
    stateIcon(part.state, palette()).paint(&painter, icon.adjusted(2, 2, -2, -2));
}

void OutcomeBar::describe()
{
    QStringList texts;
    const QList<Part> all = parts();
    for (const Part &part : all)
        texts += words(part.state, part.count);
    setAccessibleName(texts.join(QStringLiteral(", ")));
}

bool OutcomeBar::event(QEvent *event)
{
    if (event->type() == QEvent::Show)
        describe();
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QList<Part> all = parts();
    const auto under = std::find_if(all.cbegin(), all.cend(),
        [help](const Part &part) { return part.place.contains(help->pos()); });
    if (under == all.cend())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), words(under->state, under->count), this);
    return true;
}

} // namespace Rollbook
