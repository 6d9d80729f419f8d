// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "table/rowstate.h"

#include <QColor>
#include <QIconEngine>

namespace Rollbook
{

/// Draws the single-colour icon of a state in a colour of the palette. Drawn once for each size and
/// colour; copies share the pictures.
class StateIconEngine : public QIconEngine
{
public:
    StateIconEngine(RowState state, const QColor &normal, const QColor &selected);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine *clone() const override;
    bool isNull() override;

private:
    RowState m_rowState;
    QColor m_normal;
    QColor m_selected;
};

} // namespace Rollbook
