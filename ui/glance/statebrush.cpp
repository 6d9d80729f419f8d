// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "glance/statebrush.h"

#include "table/statestyle.h"

namespace Rollbook
{

namespace
{

Qt::BrushStyle patternOf(RowState state)
{
    switch (state) {
    case RowState::Registered:
        return Qt::SolidPattern;
    case RowState::AlreadyRegistered:
        return Qt::Dense3Pattern;
    case RowState::Waitlisted:
        return Qt::FDiagPattern;
    case RowState::Rejected:
    case RowState::Problem:
        return Qt::DiagCrossPattern;
    case RowState::Failed:
        return Qt::VerPattern;
    case RowState::Waiting:
    case RowState::Ready:
        return Qt::NoBrush;
    default:
        return Qt::Dense6Pattern;
    }
}

} // namespace

QBrush stateBrush(RowState state, const QPalette &palette)
{
    return {stateColor(state, palette), patternOf(state)};
}

} // namespace Rollbook
