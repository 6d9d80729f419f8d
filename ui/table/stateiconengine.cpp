// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stateiconengine.h"

#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

namespace Rollbook
{

namespace
{

// In the order of RowState.
constexpr std::array<const char *, RowStateCount> IconNames{"problem", "ready", "will-register",
    "will-wait", "will-be-already", "will-reject", "waiting", "registered", "waitlisted",
    "already-registered", "rejected", "failed", "not-attempted", "left-out", "will-take-out",
    "taken-out", "stays"};

QString nameOf(RowState state)
{
    return QString::fromLatin1(IconNames[static_cast<std::size_t>(state)]);
}

QPixmap draw(const QString &name, const QSize &size, const QColor &color)
{
    QPixmap picture(size);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    QSvgRenderer(QStringLiteral(":/icons/status-%1.svg").arg(name)).render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(picture.rect(), color);
    return picture;
}

} // namespace

StateIconEngine::StateIconEngine(RowState state, const QColor &normal, const QColor &selected)
    : m_rowState(state)
    , m_normal(normal)
    , m_selected(selected)
{
}

void StateIconEngine::paint(
    QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const QSize size = (QSizeF(rect.size()) * painter->device()->devicePixelRatioF()).toSize();
    painter->drawPixmap(rect, pixmap(size, mode, state));
}

QPixmap StateIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/)
{
    const QColor color = mode == QIcon::Selected ? m_selected : m_normal;
    const QString name = nameOf(m_rowState);
    const QString key = QStringLiteral("rollbook-%1-%2x%3-%4")
                            .arg(name)
                            .arg(size.width())
                            .arg(size.height())
                            .arg(color.rgba(), 0, 16);
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        picture = draw(name, size, color);
        QPixmapCache::insert(key, picture);
    }
    return picture;
}

QIconEngine *StateIconEngine::clone() const
{
    return new StateIconEngine(*this);
}

bool StateIconEngine::isNull()
{
    return false;
}

} // namespace Rollbook
