// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QLineEdit;

namespace Rollbook
{

/// Gives an empty field the button that clears it as soon as there is something to be cleared. For
/// fields that stand in the window from the start.
void offerClearing(QLineEdit &field);

} // namespace Rollbook
