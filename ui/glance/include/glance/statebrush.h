// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "table/rowstate.h"

#include <QBrush>
#include <QPalette>

namespace Rollbook
{

/// What an area that stands for a state is filled with, over the palette's base: the state's colour
/// in a pattern of its own, so that areas are told apart without their colours.
QBrush stateBrush(RowState state, const QPalette &palette);

} // namespace Rollbook
