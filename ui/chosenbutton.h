// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QToolButton;

namespace Rollbook
{

/// Shows that a button is chosen, or is not: a style's own look of a pressed button is hardly seen
/// in a dark theme. To be called again when the palette of its parent has changed.
void showChosen(QToolButton &button, bool isChosen);

} // namespace Rollbook
